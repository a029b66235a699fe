import { BatonError } from '@baton/kernel';
import { BotSpeechDropped, CallerBridged, LeaseHolder, Speaker, SpeechLeaseMoved } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Call } from './call.js';
import type { Outcome } from './outcome.js';
import { inTurn, speak } from './speak.js';

/** An agent accepted: the lease moves, the bot falls silent, caller and agent hear each other. */
export function agentAccepted(
  conversationId: string,
  call: Call,
  accepted: { readonly handoffId: string; readonly agentId: string; readonly connecting: string },
  now: number,
): Outcome | undefined {
  if (call.phase === 'ended' || call.phase === 'agent') return undefined;
  const token = call.lease.token + 1;
  const { agentId, handoffId } = accepted;
  // A reply still in the gate was made under the bot's lease: it is dropped here, not when its decision comes.
  const dropped = call.gates
    .filter(({ reply }) => reply !== undefined)
    .map(({ turnIndex, leaseToken }) =>
      draft(BotSpeechDropped, conversationId, {
        replyToTurnIndex: turnIndex,
        leaseToken,
        currentToken: token,
      }),
    );
  const moved: Call = {
    ...call,
    phase: 'agent',
    handoffId,
    gates: [],
    lease: { holder: 'agent', token, agentId },
  };
  return inTurn(
    moved,
    (current) => ({
      call: current,
      events: [
        draft(SpeechLeaseMoved, conversationId, { holder: LeaseHolder.LEASE_HOLDER_AGENT, token, agentId }),
        ...dropped,
      ],
    }),
    (current) => announce(conversationId, current, accepted.connecting, current.language, now),
    (current) => ({
      call: current,
      events: [draft(CallerBridged, conversationId, { handoffId, agentId, leaseToken: token })],
    }),
  );
}

/** The bot goes on: the agent gave the caller back, or the transfer failed. */
export function returnedToBot(conversationId: string, call: Call): Outcome | undefined {
  if (call.phase === 'ended' || call.phase === 'bot') return undefined;
  const token = call.lease.token + 1;
  const { handoffId: _left, ...rest } = call;
  return {
    call: { ...rest, phase: 'bot', gates: [], lease: { holder: 'bot', token } },
    events: [
      draft(SpeechLeaseMoved, conversationId, { holder: LeaseHolder.LEASE_HOLDER_BOT, token, agentId: '' }),
    ],
  };
}

/** Something the waiting caller is told. */
export function announce(
  conversationId: string,
  call: Call,
  text: string,
  language: string,
  now: number,
): Outcome {
  if (call.phase === 'ended' || text === '') return { call, events: [] };
  return speak(conversationId, call, {
    speaker: Speaker.SPEAKER_ANNOUNCEMENT,
    text,
    language: language || call.language,
    now,
  });
}

/** What the agent says, already cleaned. Throws `no-lease` unless this agent holds the lease with this token. */
export function sayAsAgent(
  conversationId: string,
  call: Call,
  said: {
    readonly agentId: string;
    readonly leaseToken: number;
    readonly text: string;
    readonly redactedTypes: readonly string[];
  },
  now: number,
): Outcome {
  const { lease } = call;
  if (
    call.phase !== 'agent' ||
    lease.agentId !== said.agentId ||
    (said.leaseToken !== 0 && lease.token !== said.leaseToken)
  ) {
    throw new BatonError('no-lease', 'This agent does not hold the right to speak in this conversation.');
  }
  return speak(conversationId, call, {
    speaker: Speaker.SPEAKER_AGENT,
    text: said.text,
    redactedTypes: said.redactedTypes,
    agentId: said.agentId,
    language: call.language,
    now,
  });
}

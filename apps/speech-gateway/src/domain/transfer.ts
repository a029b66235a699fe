import { BatonError } from '@baton/kernel';
import { BotMode, BotSpeechDropped, CallerBridged, Speaker } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Call } from './call.js';
import { moveLease } from './move-lease.js';
import type { Outcome } from './outcome.js';
import { inTurn, speak } from './speak.js';

/** An agent accepted: the lease moves, whoever spoke falls silent, caller and agent hear each other. */
export function agentAccepted(
  conversationId: string,
  call: Call,
  accepted: {
    readonly handoffId: string;
    readonly agentId: string;
    readonly connecting: string;
    /** A supervisor: they take the caller from an agent too. */
    readonly takesOver?: boolean;
  },
  now: number,
): Outcome | undefined {
  const { agentId, handoffId, takesOver = false } = accepted;
  if (call.phase === 'ended' || call.phase === 'ringing') return undefined;
  if (call.phase === 'agent' && (!takesOver || call.handoffId === handoffId)) return undefined;
  // A reply still in the gate was made under the bot's lease: it is dropped here, not when its decision comes.
  const dropped = call.gates
    .filter(({ reply }) => reply !== undefined)
    .map(({ turnIndex, leaseToken }) =>
      draft(BotSpeechDropped, conversationId, {
        replyToTurnIndex: turnIndex,
        leaseToken,
        currentToken: call.lease.token + 1,
      }),
    );
  const { hold: _over, ...rest } = call;
  const joined: Call = { ...rest, phase: 'agent', handoffId, gates: [] };
  return inTurn(
    joined,
    (current) => moveLease(conversationId, current, { holder: 'agent', agent: { agentId, handoffId } }),
    (current) => ({ call: current, events: dropped }),
    (current) => announce(conversationId, current, accepted.connecting, current.language, now),
    (current) => bridged(conversationId, current, { agentId, handoffId }),
  );
}

/** Caller and agent hear each other; `participant` where another agent holds the lease. */
export function bridged(
  conversationId: string,
  call: Call,
  agent: { readonly agentId: string; readonly handoffId: string },
  participant = false,
): Outcome {
  const joined = { ...agent, leaseToken: call.lease.token, ...(participant ? { participant } : {}) };
  return { call, events: [draft(CallerBridged, conversationId, joined)] };
}

/** The bot goes on, and says so: the agent gave the caller back, or the transfer failed. */
export function returnedToBot(
  conversationId: string,
  call: Call,
  back: { readonly handoffId?: string; readonly say?: string; readonly now?: number } = {},
): Outcome | undefined {
  if (call.phase === 'ended' || call.phase === 'bot' || call.phase === 'ringing') return undefined;
  const other =
    back.handoffId !== undefined && call.handoffId !== undefined && call.handoffId !== back.handoffId;
  if (call.phase === 'agent' && other) return undefined;
  const { handoffId: _left, hold: _over, ...rest } = call;
  const { say = '', now = call.lastTurnAt } = back;
  const speaker =
    call.botMode === BotMode.BOT_MODE_EXTERNAL ? Speaker.SPEAKER_ANNOUNCEMENT : Speaker.SPEAKER_BOT;
  return inTurn(
    { ...rest, phase: 'bot', gates: [] },
    (current) => moveLease(conversationId, current, { holder: 'bot' }),
    (current) =>
      say === ''
        ? { call: current, events: [] }
        : speak(conversationId, current, { speaker, text: say, language: current.language, now }),
  );
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

/**
 * What an agent says, already cleaned. Throws `no-lease` unless they hold the lease, or speak beside its holder, under this token;
 * `on-hold` while the caller is on hold and hears nobody.
 */
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
  const { lease, participants = [] } = call;
  const speakers = [lease.agentId, ...participants.map(({ agentId }) => agentId)];
  if (call.phase !== 'agent' || lease.token !== said.leaseToken || !speakers.includes(said.agentId)) {
    throw new BatonError('no-lease', 'This agent does not hold the right to speak in this conversation.');
  }
  if (call.hold !== undefined) {
    throw new BatonError('on-hold', 'The caller is on hold and hears nobody; end the consult first.');
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

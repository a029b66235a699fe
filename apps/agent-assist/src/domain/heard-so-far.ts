import type { ConversationStarted, Packet, TurnRecorded, TurnUnderstood } from '@baton/contracts';
import { newAssist, type AssistState } from './assist-state.js';
import { failuresKnownTo } from './failures-known-to.js';
import { heard, understood } from './fold.js';

/** What one process heard of a call that has not escalated. */
export interface HeardSoFar {
  readonly tenantId: string;
  readonly state: AssistState;
  /** True while nothing was missed: the beginning was heard and every turn since. */
  readonly whole: boolean;
  readonly nextTurn: number;
}

export function nothingHeard(tenantId: string): HeardSoFar {
  return { tenantId, state: newAssist('', ''), whole: false, nextTurn: 0 };
}

export function hearBeginning(so: HeardSoFar, { pack, language }: ConversationStarted): HeardSoFar {
  const state = {
    ...so.state,
    packSha256: pack?.sha256 ?? '',
    language: so.state.language || (language.split('-')[0] ?? ''),
  };
  return { ...so, state, whole: so.whole || so.nextTurn === 0 };
}

/** Turns of a call are numbered from 0 without a gap, whoever speaks. */
export function hearTurn(so: HeardSoFar, turn: TurnRecorded): HeardSoFar {
  const { turnIndex } = turn;
  return {
    ...so,
    state: heard(so.state, turn),
    whole: so.whole && turnIndex <= so.nextTurn,
    nextTurn: Math.max(so.nextTurn, turnIndex + 1),
  };
}

export function hearMeaning(so: HeardSoFar, data: TurnUnderstood): HeardSoFar {
  return { ...so, state: understood(so.state, data) };
}

/** What was missed, as the packet tells it. What was heard here comes later and knows more. */
export function completedBy(so: HeardSoFar, packet: Packet): HeardSoFar {
  const intentAt = new Map(packet.contactReasons.map(({ turnIndex, intent }) => [turnIndex, intent]));
  const told = packet.transcript.reduce<AssistState>(
    (state, { turnIndex, speaker, text }) => heard(state, { turnIndex, speaker, text }),
    so.state,
  );
  const { state } = so;
  return {
    ...so,
    whole: true,
    state: {
      ...told,
      language: state.language || (packet.language.split('-')[0] ?? ''),
      intents: [...new Set([...packet.contactReasons.map(({ intent }) => intent), ...state.intents])].slice(
        -32,
      ),
      failedAttempts: Math.max(state.failedAttempts, failuresKnownTo(packet.decision)),
      turns: told.turns.map((turn) =>
        turn.intent === '' && turn.speaker === 'customer'
          ? { ...turn, intent: intentAt.get(turn.turnIndex) ?? '' }
          : turn,
      ),
    },
  };
}

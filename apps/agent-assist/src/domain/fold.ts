import { Speaker, type Decision, type TurnRecorded, type TurnUnderstood } from '@baton/contracts';
import { keptTurns, type AssistState } from './assist-state.js';
import { failuresKnownTo } from './failures-known-to.js';

/** Somebody said something; announcements are no part of the case. */
export function heard(
  state: AssistState,
  turn: Pick<TurnRecorded, 'turnIndex' | 'speaker' | 'text'>,
): AssistState {
  const speaker = speakers[turn.speaker];
  if (!speaker || state.turns.some(({ turnIndex }) => turnIndex === turn.turnIndex)) return state;
  const turns = [...state.turns, { turnIndex: turn.turnIndex, speaker, text: turn.text, intent: '' }];
  turns.sort((a, b) => a.turnIndex - b.turnIndex);
  return { ...state, turns: turns.slice(-keptTurns), lastTurn: Math.max(state.lastTurn, turn.turnIndex) };
}

const speakers: Readonly<Partial<Record<Speaker, 'customer' | 'bot' | 'agent'>>> = {
  [Speaker.SPEAKER_CUSTOMER]: 'customer',
  [Speaker.SPEAKER_BOT]: 'bot',
  [Speaker.SPEAKER_AGENT]: 'agent',
};

/** What the turn means. */
export function understood(state: AssistState, data: TurnUnderstood): AssistState {
  const intent = data.intent?.name ?? '';
  const topics = data.topics.flatMap(({ topic, kinds }) => [topic, ...kinds]);
  return {
    ...state,
    language: data.language?.code && data.language.code !== 'und' ? data.language.code : state.language,
    intents: addNew(state.intents, intent === '' ? [] : [intent]),
    topics: addNew(state.topics, topics),
    failedAttempts: Math.max(state.failedAttempts, data.misunderstanding?.count ?? 0),
    turns: state.turns.map((turn) => (turn.turnIndex === data.turnIndex ? { ...turn, intent } : turn)),
  };
}

/** Topics known from elsewhere, added. */
export function withTopics(state: AssistState, topics: readonly string[]): AssistState {
  const all = addNew(state.topics, topics);
  return all === state.topics ? state : { ...state, topics: all };
}

/** A person takes over: from now on help is made. */
export function escalated(state: AssistState, decision: Decision | undefined): AssistState {
  return {
    ...state,
    active: true,
    escalatedAt: decision?.turnIndex ?? state.escalatedAt,
    reasons: addNew(state.reasons, decision?.reasons ?? []),
    failedAttempts: Math.max(state.failedAttempts, failuresKnownTo(decision)),
  };
}

function addNew(known: readonly string[], more: readonly string[]): readonly string[] {
  const added = more.filter((one) => !known.includes(one));
  return added.length === 0 ? known : [...known, ...new Set(added)].slice(-32);
}

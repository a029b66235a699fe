import type { AuditEntry } from '@baton/compliance-auditor';
import {
  CallbackScheduled,
  CallerBridged,
  ConversationEnded,
  ConversationStarted,
  EscalationDecided,
  HandoffAbandoned,
  HandoffAccepted,
  HandoffCompleted,
  HandoffConnected,
  HandoffFailed,
  HandoffOffered,
  HandoffQueued,
  HandoffRequested,
  HandoffReturnedToBot,
  HumanRequested,
  Speaker,
  TurnRecorded,
  TurnUnderstood,
  WrapUpStarted,
  type EventDefinition,
} from '@baton/contracts';

/** What an entry of the audit log says about a caller's way to a human. */
export type CallFact =
  | { readonly kind: 'began'; readonly channel: string; readonly language: string }
  | { readonly kind: 'said'; readonly turnIndex: number; readonly at: number }
  | { readonly kind: 'asked'; readonly turnIndex: number; readonly how: 'spoken' | 'keyed' }
  | { readonly kind: 'decided' }
  | { readonly kind: 'handoff'; readonly language: string }
  | { readonly kind: 'queued'; readonly queue: string }
  | { readonly kind: 'offered' | 'accepted' | 'bridged' | 'agent-gone' | 'call-over' }
  /** The handoff is over without a human: why. */
  | { readonly kind: 'missed'; readonly why: string };

/** A fact with its place in time. */
export type PlacedFact = CallFact & {
  /** When the event happened, ms. */
  readonly time: number;
  /** Its place in the log: tells apart what happened in the same millisecond. */
  readonly index: number;
};

type Reader = (dataJson: string) => readonly CallFact[];

const readers = new Map<string, Reader>();

function on<T>(type: EventDefinition<T>, read: (data: T) => readonly CallFact[]): void {
  readers.set(type.type, (json) => read(type.decode(Buffer.from(json))));
}

on(ConversationStarted, ({ channel, language }) => [
  { kind: 'began', channel: nameOf(channel, 'CHANNEL_'), language },
]);
on(TurnRecorded, ({ speaker, turnIndex, atMs: at }) =>
  speaker === Speaker.SPEAKER_CUSTOMER ? [{ kind: 'said', turnIndex, at }] : [],
);
on(HumanRequested, ({ turnIndex }) => [{ kind: 'asked', turnIndex, how: 'keyed' }]);
on(TurnUnderstood, ({ turnIndex, humanRequest }) =>
  // Who asks to be rung asks for no human now.
  humanRequest?.value && !humanRequest.callback
    ? [{ kind: 'asked', turnIndex, how: humanRequest.keyed ? 'keyed' : 'spoken' }]
    : [],
);
on(EscalationDecided, ({ decision }) => [
  ...(decision?.reasons.includes('human-request')
    ? [{ kind: 'asked', turnIndex: decision.turnIndex, how: 'spoken' } as const]
    : []),
  { kind: 'decided' },
]);
on(HandoffRequested, ({ language }) => [{ kind: 'handoff', language }]);
on(HandoffQueued, ({ queue }) => [{ kind: 'queued', queue }]);
on(HandoffOffered, () => [{ kind: 'offered' }]);
on(HandoffAccepted, () => [{ kind: 'accepted' }]);
on(CallerBridged, () => [{ kind: 'bridged' }]);
on(HandoffConnected, () => [{ kind: 'bridged' }]);
on(WrapUpStarted, () => [{ kind: 'agent-gone' }]);
on(HandoffCompleted, () => [{ kind: 'agent-gone' }]);
on(HandoffAbandoned, ({ inState }) => [{ kind: 'missed', why: `hung up while ${inState || 'waiting'}` }]);
on(HandoffFailed, ({ reason }) => [{ kind: 'missed', why: `transfer failed: ${reason}` }]);
on(HandoffReturnedToBot, ({ reason }) => [{ kind: 'missed', why: `returned to the bot: ${reason}` }]);
on(CallbackScheduled, () => [{ kind: 'missed', why: 'callback instead' }]);
on(ConversationEnded, () => [{ kind: 'call-over' }]);

/** The facts of an entry. None where it is about something else, or where its event was erased. */
export function factsOf({ type, dataJson, timeMs, index }: AuditEntry): PlacedFact[] {
  const read = readers.get(type);
  if (!read || dataJson === '') return [];
  return read(dataJson).map((fact) => ({ ...fact, time: timeMs, index }));
}

/** Whether an entry would have facts, had its event not been erased. */
export function wasErased({ type, dataJson }: AuditEntry): boolean {
  return dataJson === '' && readers.has(type);
}

/** `CHANNEL_PHONE` is `phone` to people. */
function nameOf(value: string, prefix: string): string {
  return value.replace(prefix, '').toLowerCase();
}

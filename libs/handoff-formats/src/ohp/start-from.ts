import type { HandoffPacket } from '../packet/handoff-packet.js';
import { cardSafe } from '../text/card-safe.js';
import { clip } from '../text/clip.js';
import type { OhpEnvelope } from './envelope-schema.js';

/** A conversation another system hands to us, as far as its envelope tells. */
export interface OhpStart {
  readonly envelopeId: string;
  /** See `ohpDedupeKey`; remember it until `expiresAt`, ms since the Unix epoch. */
  readonly dedupeKey: string;
  readonly expiresAt: number;
  readonly verb: OhpEnvelope['control']['verb'];
  readonly issuer: { readonly vendor: string; readonly agentId: string };
  readonly callId: string;
  readonly channel: HandoffPacket['channel'];
  /** BCP-47. */
  readonly language: string;
  /** What the sender calls the customer's account; never from an unsigned envelope. */
  readonly customerRef?: string;
  readonly reasons: readonly string[];
  readonly intents: OhpEnvelope['intent']['stack'];
  /** Scalars only. */
  readonly slots: Readonly<Record<string, string>>;
  readonly summary: string;
  /** What was said before, oldest first. */
  readonly earlierTurns: readonly { readonly at: string; readonly role: string; readonly text: string }[];
}

const channels: Readonly<Record<OhpEnvelope['session']['channel'], OhpStart['channel']>> = {
  'voice/pstn': 'phone',
  'voice/webrtc': 'phone',
  'voice/sip': 'phone',
  'chat/web': 'chat',
  'chat/sms': 'sms',
  'video/webrtc': 'phone',
};
/** What we carry on at most; the envelope has at most 32 KiB. */
const most = { summary: 4_000, turns: 100, slots: 50 };

/** The start of a conversation from an envelope that was verified. */
export function startFrom(envelope: OhpEnvelope, dedupeKey: string, expiresAt: number): OhpStart {
  const { session, intent, transcript, control, issuer, conformance } = envelope;
  const language = session.locale;
  const slots = scalars(intent.slots);
  const customerRef = conformance === 'core' ? undefined : slots['accountRef'];
  return {
    envelopeId: envelope.id,
    dedupeKey,
    expiresAt,
    verb: control.verb,
    issuer: { vendor: issuer.vendor, agentId: issuer.agentId },
    callId: session.callId,
    channel: channels[session.channel],
    language,
    ...(customerRef === undefined ? {} : { customerRef }),
    reasons: control.reason === undefined ? [] : [control.reason],
    intents: [...intent.stack, { name: intent.current.name, status: 'pending' }],
    slots,
    summary: clip(cardSafe(transcript?.summary ?? '', language), most.summary),
    earlierTurns: (transcript?.turns ?? [])
      .slice(-most.turns)
      .map(({ t, role, text }) => ({ at: t, role, text: cardSafe(text, language) })),
  };
}

function scalars(slots: Readonly<Record<string, unknown>>): Record<string, string> {
  const known = Object.entries(slots).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value)] as const]
      : [],
  );
  return Object.fromEntries(known.slice(0, most.slots));
}

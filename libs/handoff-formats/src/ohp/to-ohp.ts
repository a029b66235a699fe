import { viewAs } from '../packet/view-as.js';
import type { HandoffPacket } from '../packet/handoff-packet.js';
import { fitItems } from '../projection/fit-items.js';
import { jsonBytes, memberBytes } from '../projection/json-cost.js';
import { noPlace } from '../projection/no-place.js';
import type { Dropped, Projection } from '../projection/projection.js';
import { safeName } from '../projection/safe-name.js';
import { clip, utf8Bytes } from '../text/clip.js';
import { cardDataPath } from './card-data.js';
import { canonicalCbor } from './canonical-cbor.js';
import { longestLifeMs, ohpCborLimit, ohpJsonLimit } from './check-envelope.js';
import type { OhpEnvelope } from './envelope-schema.js';
import { ohpDecisions } from './ohp-decisions.js';
import { ulid } from './ulid.js';

/** What an envelope needs that is not in the packet. */
export interface OhpOptions {
  readonly tier: 'core' | 'signed';
  readonly issuer: OhpEnvelope['issuer'];
  readonly audience: OhpEnvelope['audience'];
  /** Milliseconds since the Unix epoch. */
  readonly now: number;
  /** At least 26 bytes; a new envelope needs new ones. */
  readonly random: Uint8Array;
  /** At most, and by default, five minutes. */
  readonly lifeMs?: number;
}

/** Left for the signature in the JSON. */
const signatureBytes = 1_024;
const budget = { slots: 1_500, summary: 1_500, stack: 8 };
const channels = {
  phone: 'voice/pstn',
  chat: 'chat/web',
  email: 'chat/web',
  unspecified: 'chat/web',
  sms: 'chat/sms',
  whatsapp: 'chat/sms',
} as const satisfies Record<HandoffPacket['channel'], OhpEnvelope['session']['channel']>;

/**
 * The packet as an OHP envelope, not yet signed. Core carries nothing personal and no turns; signed adds the account reference, slots, the
 * newest turns that fit, and the decision. Consents need a lawful basis only the sender's lawyers know: they are not carried.
 */
export function toOhp(packet: HandoffPacket, options: OhpOptions): Projection<OhpEnvelope> {
  const seen = viewAs('external', packet);
  const isSigned = options.tier === 'signed';
  const slots = isSigned ? slotsOf(seen) : { entries: new Map<string, string>(), dropped: [] };
  const turns = isSigned ? turnsOf(seen) : [];
  const { kept: summary, dropped: cut } = shortened(seen.summary);
  const build = (from: number) =>
    envelopeOf(seen, options, { slots: slots.entries, turns: turns.slice(from), summary });
  const from = oldestThatFits(turns.length, (at) => fits(build(at)));
  const missing = turns.slice(0, from).reduce((sum, { text }) => sum + utf8Bytes(text), 0);
  const dropped: Dropped[] = [
    ...cut,
    ...slots.dropped,
    ...(from === 0 ? [] : [{ path: 'transcript', why: 'shortened' as const, bytes: missing }]),
    ...noPlace(
      seen,
      'consents',
      'sentiment',
      'actionsTried',
      'openQuestion',
      'previousContacts',
      'attachments',
      'routing',
    ),
    ...(isSigned ? [] : noPlace(seen, 'transcript', 'decision')),
  ];
  return { payload: build(from), dropped };
}

function envelopeOf(
  seen: HandoffPacket,
  { tier, issuer, audience, now, random, lifeMs = longestLifeMs }: OhpOptions,
  content: {
    readonly slots: ReadonlyMap<string, string>;
    readonly turns: readonly { t: string; role: 'caller' | 'agent' | 'system'; text: string }[];
    readonly summary: string;
  },
): OhpEnvelope {
  const { intent, control, decision, retention } = seen;
  const stack = intent.stack.slice(-budget.stack).map(({ name, status }) => ({ name: short(name), status }));
  const current = intent.stack.findLast(({ name }) => name === intent.current);
  return {
    ohp: '0.1',
    conformance: tier,
    id: `cse_${ulid(now, random)}`,
    issuedAt: new Date(now).toISOString(),
    notBefore: new Date(now).toISOString(),
    notAfter: new Date(now + Math.min(longestLifeMs, lifeMs)).toISOString(),
    issuer,
    audience,
    session: {
      callId: seen.conversationId,
      channel: channels[seen.channel],
      locale: seen.language,
      ...(seen.startedAt === undefined ? {} : { startedAt: seen.startedAt }),
    },
    intent: {
      current: { name: short(intent.current ?? 'unknown'), confidence: current?.confidence ?? 0 },
      stack,
      slots: Object.fromEntries(content.slots),
    },
    transcript: {
      redaction: { policy: 'pii-mask+pci-mask', version: seen.transcript.redaction.policy },
      ...(content.turns.length === 0 ? {} : { format: 'ohp.turns/v1' as const, turns: [...content.turns] }),
      summary: content.summary,
    },
    ...(tier === 'signed' && decision ? { decisions: ohpDecisions(decision, now) } : {}),
    policy: {
      ...(retention
        ? { retention: { transcript: `P${retention.conversationDays}D`, audio: 'P0D', embeddings: 'P0D' } }
        : {}),
      redaction: { pii: 'mask', pci: 'mask', phi: 'mask' },
      ...(retention === undefined || retention.residency.length === 0
        ? {}
        : { dataResidency: retention.residency }),
    },
    control: {
      verb: control.verb === 'NONE' ? 'PROPOSE' : control.verb,
      reason: reasonOf(decision?.reasons ?? []),
      nonce: Buffer.from(random.subarray(10, 26)).toString('hex'),
    },
    ...(tier === 'signed' ? { signatures: [] } : {}),
  };
}

function slotsOf({ identity, intent, language: _language }: HandoffPacket) {
  const items = intent.slots.map(({ name, value }) => ({
    path: `intent.slots.${name}`,
    name: safeName(name),
    value: value ?? '',
    shorten: 'never' as const,
  }));
  const account = {
    path: 'identity.customerId',
    name: 'accountRef',
    value: identity.customerId ?? '',
    shorten: 'never' as const,
  };
  const filled = [account, ...items].filter(({ value }) => value !== '');
  const cards = filled.filter(({ value }) => cardDataPath(value) !== undefined);
  const { entries, dropped } = fitItems(
    filled.filter((item) => !cards.includes(item)),
    { total: budget.slots, cost: memberBytes },
  );
  const refused = cards.map(({ path, value }) => ({
    path,
    why: 'no-place' as const,
    bytes: utf8Bytes(value),
  }));
  return { entries, dropped: [...dropped, ...refused] };
}

function turnsOf({ transcript, startedAt }: HandoffPacket) {
  const role = {
    customer: 'caller',
    bot: 'agent',
    agent: 'agent',
    announcement: 'system',
    unspecified: 'system',
  } as const;
  return transcript.turns
    .filter(({ text }) => text !== '')
    .map(({ at, speaker, text }) => ({ t: at ?? startedAt ?? '', role: role[speaker], text }));
}

function shortened(summary: string): { readonly kept: string; readonly dropped: readonly Dropped[] } {
  const kept = clip(summary, budget.summary, jsonBytes);
  const bytes = Math.max(1, utf8Bytes(summary) - utf8Bytes(kept));
  return { kept, dropped: kept === summary ? [] : [{ path: 'summary', why: 'shortened', bytes }] };
}

function reasonOf(reasons: readonly string[]): string {
  return reasons.includes('human-request') ? 'human-requested' : short(reasons[0] ?? 'skill-routing');
}

function short(text: string): string {
  return clip(text, 120, jsonBytes);
}

function fits(envelope: OhpEnvelope): boolean {
  return (
    jsonBytes(envelope) <= ohpJsonLimit - signatureBytes && canonicalCbor(envelope).length <= ohpCborLimit
  );
}

function oldestThatFits(count: number, isFit: (from: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFit(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

import { cardFree } from '../packet/card-free.js';
import type { HandoffPacket } from '../packet/handoff-packet.js';
import { clip } from '../text/clip.js';
import { fitItems } from './fit-items.js';
import type { FlatItem } from './flat-item.js';
import { flatItems } from './flat-items.js';
import { noPlace } from './no-place.js';
import type { Dropped, Projection } from './projection.js';

/** What Salesforce takes of a handoff: it has no packet of its own, only records and an escalation message. */
export interface SalesforceHandoff {
  readonly object: 'VoiceCall' | 'MessagingSession';
  /** Custom fields of the record: `Baton_Summary__c`. */
  readonly fields: Readonly<Record<string, string>>;
  /** What an Agentforce connection says when it escalates. */
  readonly escalationMessage: string;
}

/** Characters of a Text field, and of a Long Text Area as it is made unless more is asked for. */
export const salesforceLimits = { text: 255, longText: 32_768 };
const long = new Set(['summary', 'openQuestion', 'transcript', 'guidance', 'explanation', 'actionsTried']);
const length = (value: string) => value.length;

/** Fields of a `VoiceCall` or `MessagingSession`: Text (255 characters), or Long Text Area (32,768) for what people read. */
export function toSalesforce(packet: HandoffPacket): Projection<SalesforceHandoff> {
  const seen = cardFree(packet);
  const { longText, text } = salesforceLimits;
  const fitted = [
    fields(
      flatItems(seen).filter(({ name }) => !long.has(name)),
      text,
    ),
    fields(
      flatItems(seen).filter(({ name }) => long.has(name)),
      longText,
    ),
  ];
  const dropped: Dropped[] = fitted.flatMap((part) => part.dropped);
  return {
    payload: {
      object: seen.channel === 'phone' ? 'VoiceCall' : 'MessagingSession',
      fields: Object.fromEntries(fitted.flatMap(({ entries }) => [...entries])),
      escalationMessage: clip(seen.summary, text, length),
    },
    dropped: [...dropped, ...noPlace(seen, 'attachments')],
  };
}

function fields(items: readonly FlatItem[], most: number) {
  const named = items.map((item) => ({ ...item, name: fieldName(item.name) }));
  // Records have no total worth counting; each field has its own.
  return fitItems(named, { total: Number.MAX_SAFE_INTEGER, cost: () => 0, value: { most, length } });
}

/** API names have at most 40 characters and no two underscores in a row before the suffix. */
function fieldName(name: string): string {
  const capital = name.charAt(0).toUpperCase() + name.slice(1);
  return `Baton_${capital.replace(/_+/g, '_').slice(0, 31).replace(/_$/, '')}__c`;
}

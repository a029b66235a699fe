import { cardFree } from '../packet/card-free.js';
import type { HandoffPacket } from '../packet/handoff-packet.js';
import { utf8Bytes } from '../text/clip.js';
import { fitItems } from './fit-items.js';
import type { FlatItem } from './flat-item.js';
import { flatItems } from './flat-items.js';
import { jsonBytes, memberBytes } from './json-cost.js';
import { noPlace } from './no-place.js';
import type { Dropped, Projection } from './projection.js';

interface MessageActivity {
  readonly type: 'message';
  readonly timestamp?: string;
  readonly from: { readonly role: 'user' | 'bot'; readonly name: string };
  readonly text: string;
}

/** The Bot Framework event `handoff.initiate`, as botbuilder's `createHandoffInitiation` makes it. */
export interface HandoffInitiate {
  readonly type: 'event';
  readonly name: 'handoff.initiate';
  readonly channelId: string;
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly role: 'bot' };
  /** Context variables; the `va_…` ones are those Dynamics 365 knows. */
  readonly value: Readonly<Record<string, string>>;
  readonly attachments: readonly {
    readonly name: 'Transcript';
    readonly contentType: 'application/json';
    readonly content: { readonly activities: readonly MessageActivity[] };
  }[];
}

/** Bytes of the whole activity, and characters of a context variable. */
export const microsoftLimits = { activity: 28_672, value: 4_000 };
/** The conversation so far gets what the context leaves, and this much at least. */
const transcriptShare = 8_192;
const known: Readonly<Record<string, string>> = {
  summary: 'va_AgentMessage',
  intent: 'va_LastTopic',
  intents: 'va_Topics',
  conversationId: 'va_ConversationId',
  language: 'va_Language',
  openQuestion: 'va_LastPhrases',
};

/** Handoff to Dynamics 365 and whoever else speaks Bot Framework: at most 28 KiB, the newest of what was said. */
export function toMicrosoft(packet: HandoffPacket): Projection<HandoffInitiate> {
  const seen = cardFree(packet);
  const items = flatItems(seen)
    .filter(({ name }) => name !== 'transcript')
    .map(named);
  const scope: FlatItem = { path: 'control', name: 'va_Scope', value: 'bot', shorten: 'never' };
  const room = microsoftLimits.activity - jsonBytes(activityOf(seen, {}, []));
  const { entries, dropped } = fitItems([scope, ...items], {
    total: room - transcriptShare,
    cost: memberBytes,
    value: { most: microsoftLimits.value, length: (value) => value.length },
  });
  const value = Object.fromEntries(entries);
  const left = microsoftLimits.activity - jsonBytes(activityOf(seen, value, []));
  const said = newestWithin(activities(seen), left);
  const payload = activityOf(seen, value, said.kept);
  return { payload, dropped: [...dropped, ...said.dropped, ...noPlace(seen, 'attachments')] };
}

function named(item: FlatItem): FlatItem {
  return { ...item, name: known[item.name] ?? `baton_${item.name}` };
}

function activities({ transcript }: HandoffPacket): MessageActivity[] {
  return transcript.turns
    .filter(({ text }) => text !== '')
    .map(({ speaker, text, at }) => ({
      type: 'message',
      ...(at === undefined ? {} : { timestamp: at }),
      from: { role: speaker === 'customer' ? 'user' : 'bot', name: speaker },
      text,
    }));
}

function newestWithin(said: readonly MessageActivity[], limit: number) {
  let from = said.length;
  for (let left = limit; from > 0; from -= 1) {
    left -= jsonBytes(said[from - 1]) + 1;
    if (left < 0) break;
  }
  const bytes = said.slice(0, from).reduce((sum, { text }) => sum + utf8Bytes(text), 0);
  const dropped: Dropped[] = from === 0 ? [] : [{ path: 'transcript', why: 'shortened', bytes }];
  return { kept: said.slice(from), dropped };
}

function activityOf(
  { conversationId, channel }: HandoffPacket,
  value: Readonly<Record<string, string>>,
  activitiesSaid: readonly MessageActivity[],
): HandoffInitiate {
  return {
    type: 'event',
    name: 'handoff.initiate',
    channelId: channel,
    conversation: { id: conversationId },
    from: { id: 'baton', role: 'bot' },
    value,
    attachments: [
      { name: 'Transcript', contentType: 'application/json', content: { activities: activitiesSaid } },
    ],
  };
}

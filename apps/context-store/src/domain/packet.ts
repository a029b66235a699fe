import type { ConsentState } from '@baton/contracts';
import {
  BotAction,
  Channel,
  Speaker,
  type AiDisclosure,
  type Customer,
  type Packet,
  type TimelineEntry,
} from '@baton/contracts';
import { sentenceIn, type Pack } from '@baton/packs';
import type { Conversation } from './conversation.js';
import { intentStatus } from './intent-status.js';
import { retentionOf } from './retention-of.js';
import { routingAsk } from './routing-ask.js';
import { slotsAsked } from './slots-asked.js';
import { channelsOf } from './timeline.js';

const pleasantries = new Set([BotAction.BOT_ACTION_GREETED, BotAction.BOT_ACTION_SMALL_TALK]);

/** A conversation and its id. */
export interface KnownConversation {
  readonly id: string;
  readonly conversation: Conversation;
}

/** Everything a human needs before they say hello, from what is known now. `earlier`: the customer's, newest first. */
export function packetOf(
  conversationId: string,
  conversation: Conversation,
  customer: Customer,
  pack: Pack,
  previousContacts: TimelineEntry[] = [],
): Packet {
  const titleOf = (intent: string) => {
    const found = pack.bot.intents.find(({ name }) => name === intent);
    return found ? sentenceIn(found.title, ...pack.languages) : intent;
  };
  const { assist, decision, handoff, identity } = conversation;
  return {
    conversationId,
    handoffId: handoff?.id ?? '',
    revision: conversation.revision,
    tenantId: conversation.tenantId,
    channel: channelsOf(conversation).at(-1) ?? Channel.CHANNEL_UNSPECIFIED,
    customer: identity
      ? { ...customer, assurance: identity.assurance, assuranceReason: identity.reason }
      : customer,
    contactReasons: distinctIntents(conversation).map(({ intent, turnIndex, confidence }) => ({
      intent,
      title: titleOf(intent),
      turnIndex,
      confidence: confidence ?? 0,
      status: intentStatus(intent, conversation),
    })),
    ...(decision ? { decision } : { decision: undefined }),
    sentiment: conversation.sentiment.map(({ turnIndex, affect }) => ({ turnIndex, affect })),
    actionsTried: conversation.actions
      .filter(({ action, unheard }) => unheard === undefined && !pleasantries.has(action))
      .map(({ turnIndex, action, intent, slot, result }) => ({
        turnIndex,
        action:
          action.replace('BOT_ACTION_', '').toLowerCase().replaceAll('_', '-') +
          (slot === '' ? '' : ` ${slot}`),
        intent,
        result,
      })),
    consents: Object.entries(conversation.consents).map(([purpose, given]) => ({
      purpose,
      state: consentName(given.state),
      noticeVersion: given.noticeVersion,
      jurisdiction: given.jurisdiction ?? '',
      atMs: given.at ?? 0,
    })),
    aiDisclosed: conversation.aiDisclosed,
    transcript: conversation.turns.map(({ turnIndex, speaker, text, at, agentId }) => ({
      turnIndex,
      speaker,
      text,
      atMs: at,
      agentId,
    })),
    summary: assist?.summary ?? '',
    openQuestion: assist?.openQuestion ?? lastCustomerWords(conversation),
    suggestedFirstSentence: assist?.suggestedFirstSentence ?? '',
    articles: (assist?.articles ?? []).map(({ articleId, title, quote }) => ({ articleId, title, quote })),
    language: decision?.language || conversation.language,
    startedAtMs: conversation.startedAt,
    guidance: [...(assist?.guidance ?? [])],
    slots: slotsAsked(conversation),
    // No channel carries files yet.
    attachments: [],
    routing: routingAsk(conversation, pack),
    retention: retentionOf(conversation, pack),
    previousContacts,
    channels: channelsOf(conversation),
    disclosure: disclosureOf(conversation),
    handoffState: handoff?.state ?? '',
    agentId: handoff?.agentId ?? '',
    endedAtMs: conversation.endedAt,
    notes: (conversation.notes ?? []).map((note) => ({ ...note, slots: { ...note.slots } })),
  };
}

function disclosureOf({ disclosure }: Conversation): AiDisclosure | undefined {
  if (!disclosure) return undefined;
  const { at: atMs, language, version, textSha256 } = disclosure;
  return { atMs, language, version, textSha256 };
}

function distinctIntents({ intents }: Conversation) {
  return intents.filter(
    ({ intent }, index) => intents.findIndex((other) => other.intent === intent) === index,
  );
}

function lastCustomerWords({ turns }: Conversation): string {
  return (
    turns.findLast(({ speaker, text }) => speaker === Speaker.SPEAKER_CUSTOMER && text !== '')?.text ?? ''
  );
}

/** `CONSENT_STATE_GRANTED` is `granted` to people. */
export function consentName(state: ConsentState): string {
  return state.replace('CONSENT_STATE_', '').toLowerCase();
}

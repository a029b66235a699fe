import type { ConsentState } from '@baton/contracts';
import { BotAction, Channel, Speaker, type Customer, type Packet } from '@baton/contracts';
import { sentenceIn, type Pack } from '@baton/packs';
import type { Conversation } from './conversation.js';

const pleasantries = new Set([BotAction.BOT_ACTION_GREETED, BotAction.BOT_ACTION_SMALL_TALK]);

/** Everything a human needs before they say hello, from what is known now. */
export function packetOf(
  conversationId: string,
  conversation: Conversation,
  customer: Customer,
  pack: Pack,
): Packet {
  const titleOf = (intent: string) => {
    const found = pack.bot.intents.find(({ name }) => name === intent);
    return found ? sentenceIn(found.title, ...pack.languages) : intent;
  };
  const { assist, decision, handoff } = conversation;
  return {
    conversationId,
    handoffId: handoff?.id ?? '',
    revision: conversation.revision,
    tenantId: conversation.tenantId,
    channel: conversation.channel ?? Channel.CHANNEL_UNSPECIFIED,
    customer,
    contactReasons: distinctIntents(conversation).map(({ intent, turnIndex }) => ({
      intent,
      title: titleOf(intent),
      turnIndex,
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
    consents: Object.entries(conversation.consents).map(([purpose, { state, noticeVersion }]) => ({
      purpose,
      state: consentName(state),
      noticeVersion,
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
    notes: (conversation.notes ?? []).map((note) => ({ ...note, slots: { ...note.slots } })),
  };
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

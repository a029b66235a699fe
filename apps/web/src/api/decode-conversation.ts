import type {
  Article,
  Assist,
  Consent,
  ConversationSummary,
  Packet,
  SentimentPoint,
  Speaker,
  Turn,
} from './model.js';
import { decodeDecision } from './decode-decision.js';
import { list, number, record, text, textMap, word } from './wire.js';

const speakers: readonly Speaker[] = ['customer', 'bot', 'agent', 'announcement'];

/** Who spoke; what nobody says is an announcement. */
export function decodeSpeaker(value: unknown): Speaker {
  const name = word(value, 'SPEAKER_');
  return speakers.find((speaker) => speaker === name) ?? 'announcement';
}

/** A turn, from a live message, a packet's transcript or a TurnRecorded event. */
export function decodeTurn(value: unknown): Turn {
  const wire = record(value);
  return {
    index: number(wire['index'] ?? wire['turnIndex']),
    speaker: decodeSpeaker(wire['speaker']),
    text: text(wire['text']),
    at: number(wire['at'] ?? wire['atMs']),
    agentId: text(wire['agentId']),
  };
}

export function decodeArticle(value: unknown): Article {
  const wire = record(value);
  return { articleId: text(wire['articleId']), title: text(wire['title']), quote: text(wire['quote']) };
}

export function decodeAssist(value: unknown): Assist {
  const wire = record(value);
  return {
    revision: number(wire['revision']),
    summary: text(wire['summary']),
    openQuestion: text(wire['openQuestion']),
    suggestedFirstSentence: text(wire['suggestedFirstSentence']),
    articles: list(wire['articles'], decodeArticle),
    guidance: list(wire['guidance'], text),
  };
}

export function decodeConsent(value: unknown): Consent {
  const wire = record(value);
  return {
    purpose: text(wire['purpose']),
    state: word(wire['state'], 'CONSENT_STATE_'),
    noticeVersion: text(wire['noticeVersion']),
  };
}

export function decodePacket(value: unknown): Packet {
  const wire = record(value);
  const customer = record(wire['customer']);
  const ref = record(customer['ref']);
  return {
    conversationId: text(wire['conversationId']),
    handoffId: text(wire['handoffId']),
    revision: number(wire['revision']),
    tenantId: text(wire['tenantId']),
    channel: word(wire['channel'], 'CHANNEL_'),
    customer: {
      customerId: text(ref['customerId']),
      known: ref['known'] === true,
      segment: text(ref['segment']),
      contactsLast30d: number(ref['contactsLast30d']),
      name: text(customer['name']),
      assurance: text(customer['assurance']),
      facts: textMap(customer['facts']),
      crmNote: text(customer['crmNote']),
      assuranceReason: text(customer['assuranceReason']),
    },
    channels: list(wire['channels'], (channel) => word(channel, 'CHANNEL_')),
    previousContacts: list(wire['previousContacts'], (item) => {
      const contact = record(item);
      return {
        conversationId: text(contact['conversationId']),
        channels: list(contact['channels'], (channel) => word(channel, 'CHANNEL_')),
        startedAtMs: number(contact['startedAtMs']),
        contactReasons: list(contact['contactReasons'], text),
        summary: text(contact['summary']),
      };
    }),
    contactReasons: list(wire['contactReasons'], (item) => {
      const reason = record(item);
      return {
        intent: text(reason['intent']),
        title: text(reason['title']),
        turnIndex: number(reason['turnIndex']),
      };
    }),
    decision: wire['decision'] ? decodeDecision(wire['decision']) : undefined,
    sentiment: list(wire['sentiment'], decodeSentiment),
    actionsTried: list(wire['actionsTried'], (item) => {
      const tried = record(item);
      return {
        turnIndex: number(tried['turnIndex']),
        action: text(tried['action']),
        intent: text(tried['intent']),
        result: text(tried['result']),
      };
    }),
    consents: list(wire['consents'], decodeConsent),
    aiDisclosed: wire['aiDisclosed'] === true,
    transcript: list(wire['transcript'], decodeTurn),
    summary: text(wire['summary']),
    openQuestion: text(wire['openQuestion']),
    suggestedFirstSentence: text(wire['suggestedFirstSentence']),
    articles: list(wire['articles'], decodeArticle),
    language: text(wire['language']),
    startedAtMs: number(wire['startedAtMs']),
    guidance: list(wire['guidance'], text),
    notes: list(wire['notes'], (item) => {
      const note = record(item);
      return {
        agentId: text(note['agentId']),
        occasion: text(note['occasion']),
        text: text(note['text']),
        slots: textMap(note['slots']),
      };
    }),
  };
}

export function decodeSummary(value: unknown): ConversationSummary {
  const wire = record(value);
  return {
    conversationId: text(wire['conversationId']),
    channel: word(wire['channel'], 'CHANNEL_'),
    language: text(wire['language']),
    startedAtMs: number(wire['startedAtMs']),
    endedAtMs: number(wire['endedAtMs']),
    verdict: word(wire['verdict'], 'VERDICT_'),
    reasons: list(wire['reasons'], text),
    turns: number(wire['turns']),
    handoffState: text(wire['handoffState']),
  };
}

function decodeSentiment(value: unknown): SentimentPoint {
  const wire = record(value);
  const affect = record(wire['affect']);
  return {
    turnIndex: number(wire['turnIndex']),
    polarity: number(affect['polarity']),
    frustration: number(affect['frustration']),
    confusion: number(affect['confusion']),
    urgency: number(affect['urgency']),
  };
}

import { controlOf } from './control-of.js';
import { decisionFrom } from './decision-from.js';
import { packetVersion, type HandoffPacket } from './handoff-packet.js';
import { identityFrom } from './identity-from.js';
import { present } from './present.js';
import type { PacketMessage } from './packet-message.js';
import { instantOf, nameOf } from './proto-names.js';
import { retentionFrom } from './retention-from.js';
import { routingFrom } from './routing-from.js';
import { sentimentTrend } from './sentiment-trend.js';

type Status = HandoffPacket['intent']['slots'][number]['status'];

/** The packet of the context service in its published form. Nothing is left out; see `viewAs` for who may see what. */
export function packetFromMessage(message: PacketMessage): HandoffPacket {
  const sentiment = message.sentiment.flatMap(({ turnIndex, affect }) =>
    affect ? [{ turnIndex, ...pointOf(affect) }] : [],
  );
  return {
    version: packetVersion,
    conversationId: message.conversationId,
    ...present('handoffId', message.handoffId),
    tenantId: message.tenantId,
    revision: message.revision,
    channel: nameOf<HandoffPacket['channel']>(message.channel, 'CHANNEL_'),
    language: message.language,
    ...present('startedAt', instantOf(message.startedAtMs)),
    ...present('endedAt', instantOf(message.endedAtMs)),
    identity: identityFrom(message.customer),
    contactReasons: message.contactReasons.map(({ intent, title, turnIndex }) => ({
      intent,
      title,
      turnIndex,
    })),
    intent: intentFrom(message),
    sentiment: { trend: sentimentTrend(sentiment.map(({ polarity }) => polarity)), points: sentiment },
    actionsTried: message.actionsTried.map(({ turnIndex, action, intent, result }) => ({
      turnIndex,
      action,
      ...present('intent', intent),
      result,
    })),
    facts: { ...message.customer?.facts },
    ...present('factsNote', message.customer?.crmNote ?? ''),
    consents: message.consents.map(({ purpose, state, noticeVersion, jurisdiction, atMs }) => ({
      purpose,
      state,
      noticeVersion,
      ...present('jurisdiction', jurisdiction),
      ...present('at', instantOf(atMs)),
    })),
    disclosure: {
      disclosed: message.aiDisclosed,
      ...present('at', instantOf(message.disclosure?.atMs ?? 0)),
      ...present('language', message.disclosure?.language ?? ''),
      ...present('version', message.disclosure?.version ?? ''),
      ...present('textSha256', message.disclosure?.textSha256 ?? ''),
    },
    ...(message.decision ? { decision: decisionFrom(message.decision) } : {}),
    summary: message.summary,
    openQuestion: message.openQuestion,
    ...present('suggestedFirstSentence', message.suggestedFirstSentence),
    articles: message.articles.map(({ articleId, title, quote }) => ({ articleId, title, quote })),
    guidance: [...message.guidance],
    transcript: {
      redaction: { policy: 'baton.redaction/1', role: 'supervisor' },
      turns: message.transcript.map(({ turnIndex, speaker, text, atMs, agentId }) => ({
        turnIndex,
        speaker: nameOf<HandoffPacket['transcript']['turns'][number]['speaker']>(speaker, 'SPEAKER_'),
        text,
        ...present('at', instantOf(atMs)),
        ...present('agentId', agentId),
      })),
    },
    attachments: message.attachments.map(
      ({ attachmentId, name, mediaType, bytes, sha256, url, turnIndex }) => ({
        attachmentId,
        name,
        mediaType,
        bytes,
        sha256,
        ...present('url', url),
        turnIndex,
      }),
    ),
    ...(message.routing ? { routing: routingFrom(message.routing) } : {}),
    ...(message.retention ? { retention: retentionFrom(message.retention) } : {}),
    previousContacts: message.previousContacts.map((past) => ({
      conversationId: past.conversationId,
      channel: nameOf<HandoffPacket['channel']>(past.channels.at(-1) ?? '', 'CHANNEL_'),
      startedAt: instantOf(past.startedAtMs) || '1970-01-01T00:00:00.000Z',
      contactReasons: [...past.contactReasons],
      // Nobody was needed where there was no handoff.
      outcome: past.handoffState || 'bot',
      ...present('summary', past.summary),
    })),
    control: controlOf(message.handoffState, message.agentId),
  };
}

function intentFrom({ contactReasons, slots }: PacketMessage): HandoffPacket['intent'] {
  const stack = contactReasons.map(({ intent: name, title, confidence, status, turnIndex }) => ({
    name,
    title,
    confidence,
    status: status as Status,
    turnIndex,
  }));
  return {
    ...present('current', (stack.findLast(({ status }) => status === 'pending') ?? stack.at(-1))?.name ?? ''),
    stack,
    slots: slots.map(({ name, intent, value, status, turnIndex }) => ({
      name,
      intent,
      ...present('value', value),
      status: status as Status,
      turnIndex,
    })),
  };
}

function pointOf({
  polarity,
  frustration,
  confusion,
  urgency,
  sarcasm,
}: NonNullable<PacketMessage['sentiment'][number]['affect']>) {
  return { polarity, frustration, confusion, urgency, sarcasm };
}

import type { HandoffPacket } from '../packet/handoff-packet.js';
import type { FlatItem } from './flat-item.js';
import { safeName } from './safe-name.js';
import { spokenLines } from './spoken-lines.js';

/**
 * The packet as names and texts, in the order in which a human needs them: what does not fit is dropped from the end. What has no text
 * is left out.
 */
export function flatItems(packet: HandoffPacket): FlatItem[] {
  return [
    ...identifiers(packet),
    ...ask(packet),
    text('summary', 'summary', packet.summary),
    text('openQuestion', 'openQuestion', packet.openQuestion),
    ...customer(packet),
    ...meaning(packet),
    ...duties(packet),
    ...help(packet),
    ...Object.entries(packet.facts).map(([name, value]) =>
      text(`facts.${name}`, `fact_${safeName(name)}`, value),
    ),
    ...history(packet),
    {
      path: 'transcript',
      name: 'transcript',
      value: spokenLines(packet.transcript.turns).join('\n'),
      shorten: 'start' as const,
    },
  ].filter(({ value }) => value !== '');
}

function identifiers({ version, conversationId, handoffId, tenantId, revision }: HandoffPacket): FlatItem[] {
  return [
    word('conversationId', 'conversationId', conversationId),
    word('handoffId', 'handoffId', handoffId),
    word('version', 'packetVersion', version),
    word('tenantId', 'tenantId', tenantId),
    word('revision', 'revision', String(revision)),
  ];
}

function ask({ routing, decision, language, channel, control }: HandoffPacket): FlatItem[] {
  return [
    word('routing.priority', 'priority', routing?.priority),
    text('routing.skills', 'skills', routing?.skills.join(',')),
    word('routing.queue', 'queue', routing?.queue),
    word('routing.language', 'language', routing?.language ?? language),
    text('decision.reasons', 'reasons', decision?.reasons.join(',')),
    word('channel', 'channel', channel),
    word('control', 'control', control.verb),
  ];
}

function customer({ identity }: HandoffPacket): FlatItem[] {
  return [
    word('identity.customerId', 'customerId', identity.customerId),
    text('identity.name', 'customerName', identity.name),
    word('identity.segment', 'segment', identity.segment),
    word('identity.assurance', 'assurance', identity.assurance),
    word('identity.contactsLast30d', 'contactsLast30d', String(identity.contactsLast30d)),
  ];
}

function meaning({ intent, sentiment, actionsTried, contactReasons }: HandoffPacket): FlatItem[] {
  const last = sentiment.points.at(-1);
  return [
    word('intent.current', 'intent', intent.current),
    text('contactReasons', 'contactReasons', contactReasons.map(({ title }) => title).join('; ')),
    text('intent.stack', 'intents', intent.stack.map(({ name, status }) => `${name}=${status}`).join(',')),
    text(
      'intent.slots',
      'slots',
      intent.slots.map(({ name, value, status }) => `${name}=${value ?? status}`).join('; '),
    ),
    word('sentiment.trend', 'sentimentTrend', sentiment.trend),
    word('sentiment.points', 'polarity', last === undefined ? undefined : last.polarity.toFixed(2)),
    text(
      'actionsTried',
      'actionsTried',
      actionsTried.map(({ action, result }) => `${action}: ${result}`).join('; '),
    ),
  ];
}

function duties({ consents, disclosure, decision, retention }: HandoffPacket): FlatItem[] {
  return [
    text('consents', 'consents', consents.map(({ purpose, state }) => `${purpose}=${state}`).join(',')),
    word('disclosure', 'aiDisclosed', String(disclosure.disclosed)),
    word('decision.decisionId', 'decisionId', decision?.decisionId),
    word('decision.policy', 'policySha256', decision?.policy.sha256),
    text('decision.explanation', 'explanation', decision?.explanation.join(' ')),
    word('retention.deleteAfter', 'deleteAfter', retention?.deleteAfter),
    text('retention.residency', 'residency', retention?.residency.join(',')),
  ];
}

function help({ suggestedFirstSentence, guidance, articles }: HandoffPacket): FlatItem[] {
  return [
    text('suggestedFirstSentence', 'firstSentence', suggestedFirstSentence),
    text('guidance', 'guidance', guidance.join(' ')),
    text('articles', 'articles', articles.map(({ articleId }) => articleId).join(',')),
  ];
}

function history({ startedAt, previousContacts }: HandoffPacket): FlatItem[] {
  const lines = previousContacts.map(
    ({ startedAt: at, contactReasons, outcome }) =>
      `${at.slice(0, 10)} ${contactReasons.join(', ')}: ${outcome}`,
  );
  return [
    word('startedAt', 'startedAt', startedAt),
    text('previousContacts', 'previousContacts', lines.join('; ')),
  ];
}

/** Of no use in part. */
function word(path: string, name: string, value: string | undefined): FlatItem {
  return { path, name, value: value ?? '', shorten: 'never' };
}

function text(path: string, name: string, value: string | undefined): FlatItem {
  return { path, name, value: value ?? '', shorten: 'end' };
}

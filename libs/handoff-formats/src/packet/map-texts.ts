import type { HandoffPacket } from './handoff-packet.js';

/** The packet with every text people wrote or said passed through `change`. Ids, names of things and numbers stay as they are. */
export function mapTexts(packet: HandoffPacket, change: (text: string) => string): HandoffPacket {
  const { identity, intent, decision } = packet;
  return {
    ...packet,
    identity: { ...identity, ...(identity.name === undefined ? {} : { name: change(identity.name) }) },
    intent: {
      ...intent,
      slots: intent.slots.map((slot) =>
        slot.value === undefined ? slot : { ...slot, value: change(slot.value) },
      ),
    },
    actionsTried: packet.actionsTried.map((tried) => ({ ...tried, action: change(tried.action) })),
    facts: Object.fromEntries(
      Object.entries(packet.facts).map(([name, value]) => [change(name), change(value)]),
    ),
    ...(packet.factsNote === undefined ? {} : { factsNote: change(packet.factsNote) }),
    ...(decision === undefined
      ? {}
      : { decision: { ...decision, explanation: decision.explanation.map(change) } }),
    summary: change(packet.summary),
    openQuestion: change(packet.openQuestion),
    ...(packet.suggestedFirstSentence === undefined
      ? {}
      : { suggestedFirstSentence: change(packet.suggestedFirstSentence) }),
    articles: packet.articles.map((article) => ({ ...article, quote: change(article.quote) })),
    guidance: packet.guidance.map(change),
    transcript: {
      ...packet.transcript,
      turns: packet.transcript.turns.map((turn) => ({ ...turn, text: change(turn.text) })),
    },
    attachments: packet.attachments.map((file) => ({ ...file, name: change(file.name) })),
    previousContacts: packet.previousContacts.map((past) =>
      past.summary === undefined ? past : { ...past, summary: change(past.summary) },
    ),
  };
}

import { cardSafe, personSafe } from '../text/card-safe.js';
import { withoutName } from '../text/without-name.js';
import type { HandoffPacket, ViewerRole } from './handoff-packet.js';
import { mapTexts } from './map-texts.js';
import { withoutSplitCards } from './without-split-cards.js';

/**
 * The packet as a role may see it. Card data stands in none. A supervisor sees everything else; an agent all but the signals behind
 * the decision; an auditor all but who the customer is; outside the company nobody sees who the customer is, who the agents are, what is
 * meant for our own people, or personal data in the texts.
 */
export function viewAs(role: ViewerRole, packet: HandoffPacket): HandoffPacket {
  const safe = role === 'external' ? personSafe : cardSafe;
  const hidden = role === 'external' || role === 'auditor' ? packet.identity.name : undefined;
  const seen = mapTexts(shownTo(role, withoutSplitCards(packet)), (text) =>
    safe(withoutName(text.toWellFormed(), hidden), packet.language),
  );
  return {
    ...seen,
    transcript: { ...seen.transcript, redaction: { policy: 'baton.redaction/1', role } },
  };
}

function shownTo(role: ViewerRole, packet: HandoffPacket): HandoffPacket {
  switch (role) {
    case 'supervisor':
      return packet;
    case 'agent':
      return withoutSignals(packet);
    case 'auditor':
      return withoutPerson(packet);
    case 'external':
      return withoutOurPeople(withoutPerson(withoutSignals(packet)));
  }
}

function withoutSignals(packet: HandoffPacket): HandoffPacket {
  if (packet.decision === undefined) return packet;
  const { signals: _signals, rules, ...decision } = packet.decision;
  const plain = rules.map(({ id, hard, contribution }) => ({ id, hard, contribution }));
  return { ...packet, decision: { ...decision, rules: plain } };
}

function withoutPerson({ factsNote: _note, ...packet }: HandoffPacket): HandoffPacket {
  const { name: _name, ...identity } = packet.identity;
  return { ...packet, identity, facts: {} };
}

function withoutOurPeople({ suggestedFirstSentence: _sentence, ...packet }: HandoffPacket): HandoffPacket {
  const { agentId: _agent, ...control } = packet.control;
  return {
    ...packet,
    articles: [],
    guidance: [],
    control,
    transcript: {
      ...packet.transcript,
      turns: packet.transcript.turns.map(({ agentId: _id, ...turn }) => turn),
    },
    previousContacts: packet.previousContacts.map(({ summary: _summary, ...past }) => past),
  };
}

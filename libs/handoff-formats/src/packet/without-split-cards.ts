import { findPiiOfTurn, NO_CARD_WATCH, numberAskedFor, redact, type NumberAsked } from '@baton/language';
import { claimed } from '../text/card-safe.js';
import type { HandoffPacket } from './handoff-packet.js';

/** The packet without the parts of a card number that a customer said over several turns, none of which shows a card by itself. */
export function withoutSplitCards(packet: HandoffPacket): HandoffPacket {
  const language = claimed(packet.language);
  let watch = NO_CARD_WATCH;
  let asked: NumberAsked = 'none';
  const turns = packet.transcript.turns.map((turn) => {
    if (turn.speaker !== 'customer') {
      asked = numberAskedFor(turn.text);
      return turn;
    }
    const found = findPiiOfTurn(turn.text, language, watch, asked);
    ({ watch } = found);
    const ofCard = found.spans.filter(({ type }) => type === 'PAN' || type === 'CVV');
    return ofCard.length > 0 ? { ...turn, text: redact(turn.text, ofCard) } : turn;
  });
  return { ...packet, transcript: { ...packet.transcript, turns } };
}

import { cardSafe } from '../text/card-safe.js';
import type { HandoffPacket } from './handoff-packet.js';
import { mapTexts } from './map-texts.js';
import { withoutSplitCards } from './without-split-cards.js';

/** The packet without card data in any text, and with texts that are well-formed Unicode: what every export starts from. */
export function cardFree(packet: HandoffPacket): HandoffPacket {
  return mapTexts(withoutSplitCards(packet), (text) => cardSafe(text.toWellFormed(), packet.language));
}

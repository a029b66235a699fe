import { findSplitCards, redact } from '@baton/language';
import { claimed } from '../text/card-safe.js';
import type { HandoffPacket } from './handoff-packet.js';

type Turn = HandoffPacket['transcript']['turns'][number];

/** The packet without the parts of a card number that a customer said over several turns, none of which shows a card by itself. */
export function withoutSplitCards(packet: HandoffPacket): HandoffPacket {
  const turns: Turn[] = [];
  const spoken: number[] = [];
  for (const turn of packet.transcript.turns) {
    turns.push(turn);
    if (turn.speaker !== 'customer' || !/\p{Nd}|\p{L}/u.test(turn.text)) continue;
    spoken.push(turns.length - 1);
    const recent = spoken.slice(-3);
    const found = findSplitCards(
      recent.map((at) => turns[at]!.text),
      claimed(packet.language),
    );
    recent.forEach((at, index) => {
      const spans = found[index]!;
      if (spans.length > 0) turns[at] = { ...turns[at]!, text: redact(turns[at]!.text, spans) };
    });
  }
  return { ...packet, transcript: { ...packet.transcript, turns } };
}

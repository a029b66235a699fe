import { cardFree } from '../packet/card-free.js';
import type { HandoffPacket } from '../packet/handoff-packet.js';
import { utf8Bytes } from '../text/clip.js';
import { fitItems } from './fit-items.js';
import { flatItems } from './flat-items.js';
import { noPlace } from './no-place.js';
import type { Projection } from './projection.js';

/** Bytes of all names and texts of a contact's attributes together. */
export const connectLimit = 32_768;

/** Contact attributes of Amazon Connect: names of `[A-Za-z0-9_-]`, texts, 32,768 bytes in all (UpdateContactAttributes). */
export function toAmazonConnect(packet: HandoffPacket): Projection<Readonly<Record<string, string>>> {
  const seen = cardFree(packet);
  const { entries, dropped } = fitItems(flatItems(seen), {
    total: connectLimit,
    cost: (name, value) => utf8Bytes(name) + utf8Bytes(value),
  });
  return {
    payload: Object.fromEntries(entries),
    dropped: [...dropped, ...noPlace(seen, 'attachments')],
  };
}

import { decodeConsent } from './decode-conversation.js';
import type { LiveEvent, Trail } from './model.js';
import { list, number, record, text } from './wire.js';

export function decodeEvent(value: unknown): LiveEvent {
  const wire = record(value);
  return {
    id: text(wire['id'] ?? wire['eventId']),
    type: text(wire['type']),
    timeMs: number(wire['timeMs']),
    source: text(wire['source']),
    data: wire['data'] ? record(wire['data']) : undefined,
  };
}

export function decodeTrail(value: unknown): Trail {
  const wire = record(value);
  return {
    entries: list(wire['entries'], (item) => {
      const entry = record(item);
      return {
        ...decodeEvent(item),
        index: number(entry['index']),
        topic: text(entry['topic']),
        causationId: text(entry['causationId']),
        leafHash: text(entry['leafHash']),
        inclusionProof: list(entry['inclusionProof'], text),
        proven: entry['proven'] === true,
      };
    }),
    checkpoint: text(wire['checkpoint']),
    unproven: number(wire['unproven']),
    verifierKey: text(wire['verifierKey']),
    consents: list(wire['consents'], (item) => {
      const receipt = record(item);
      return {
        ...decodeConsent(item),
        jurisdiction: text(receipt['jurisdiction']),
        atMs: number(receipt['atMs']),
        eventId: text(receipt['eventId']),
      };
    }),
  };
}

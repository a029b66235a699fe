import { cardFree } from '../packet/card-free.js';
import type { HandoffPacket } from '../packet/handoff-packet.js';
import { fitItems } from './fit-items.js';
import { flatItems } from './flat-items.js';
import { memberBytes } from './json-cost.js';
import { noPlace } from './no-place.js';
import type { Projection } from './projection.js';

/** What Genesys Cloud takes of a handoff. */
export interface GenesysHandoff {
  /** Participant data of the customer. */
  readonly participantAttributes: Readonly<Record<string, string>>;
  /** Parameters of the Audio Connector's `disconnect`; the Architect flow goes on to ACD with the variables. */
  readonly disconnect: {
    readonly reason: 'completed';
    readonly outputVariables: Readonly<Record<string, string>>;
  };
}

/** Of the action Set Participant Data in a bot flow: names, and characters a text. */
export const genesysLimits = { names: 50, value: 256 };
/** An AudioHook text frame has at most 65,535 bytes; some are the envelope's. */
const frameBytes = 60_000;

/** Participant attributes and Audio Connector variables of Genesys Cloud: at most 50 texts of at most 256 characters. */
export function toGenesys(packet: HandoffPacket): Projection<GenesysHandoff> {
  const seen = cardFree(packet);
  const items = flatItems(seen).map((item) => ({ ...item, name: `baton_${item.name}` }));
  const { entries, dropped } = fitItems(items, {
    total: frameBytes,
    cost: memberBytes,
    value: { most: genesysLimits.value, length: (value) => value.length },
    names: genesysLimits.names,
  });
  const attributes = Object.fromEntries(entries);
  return {
    payload: {
      participantAttributes: attributes,
      disconnect: { reason: 'completed', outputVariables: attributes },
    },
    dropped: [...dropped, ...noPlace(seen, 'attachments')],
  };
}

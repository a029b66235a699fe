import { packetJsonSchema } from '@baton/handoff-formats';

/** `docs/handoff-packet.schema.json`: the handoff packet for other people's programs. @returns {string} */
export function packetSchemaPage() {
  return `${JSON.stringify(packetJsonSchema(), undefined, 2)}\n`;
}

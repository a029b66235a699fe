import { z } from 'zod';
import { handoffPacketSchema } from './handoff-packet.js';

/** The packet's JSON Schema (2020-12), as `docs/handoff-packet.schema.json` publishes it. */
export function packetJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(handoffPacketSchema, { target: 'draft-2020-12' });
  return {
    $schema,
    $id: 'urn:baton:schema:handoff-packet:1',
    title: 'Baton handoff packet',
    description: 'Everything a human, or another system, needs to take a conversation over from an AI agent.',
    ...schema,
  };
}

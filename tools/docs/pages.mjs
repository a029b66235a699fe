import { asyncApi } from './asyncapi.mjs';
import { eventsPage } from './events-page.mjs';
import { packetSchemaPage } from './packet-schema-page.mjs';
import { readProtos } from './read-protos.mjs';
import { signalsPage } from './signals-page.mjs';

/** Path and text of every page of `docs/` that is generated. @returns {Promise<Map<string, string>>} */
export async function generatedPages() {
  const protos = await readProtos();
  return new Map([
    ['docs/events.md', eventsPage(protos)],
    ['docs/asyncapi.yaml', asyncApi(protos)],
    ['docs/signals.md', signalsPage()],
    ['docs/handoff-packet.schema.json', packetSchemaPage()],
  ]);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import { eventDefinitions } from '@baton/contracts';
import { generatedPages } from './docs/pages.mjs';

const root = join(import.meta.dirname, '..');

describe('the generated pages of docs/', () => {
  let pages: Map<string, string>;

  beforeAll(async () => {
    pages = await generatedPages();
  });

  it.each(['docs/events.md', 'docs/asyncapi.yaml', 'docs/signals.md', 'docs/handoff-packet.schema.json'])(
    '%s is up to date',
    (path) => {
      expect(readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n')).toBe(pages.get(path));
    },
  );

  it('name every event', () => {
    for (const { type, doc } of eventDefinitions)
      expect(pages.get('docs/events.md')).toContain(`\`${type}\`: ${doc}`);
  });
});

describe('docs/asyncapi.yaml', () => {
  it('is valid AsyncAPI 3 and says of every event on which topic it is and what it holds', async () => {
    const { document, diagnostics } = await new Parser().parse(
      readFileSync(join(root, 'docs/asyncapi.yaml'), 'utf8'),
    );
    expect(diagnostics.filter(({ severity }) => severity <= 1)).toEqual([]);
    const messages = new Map(
      document!
        .channels()
        .all()
        .flatMap((channel) =>
          channel
            .messages()
            .all()
            .map((message) => [message.name(), { channel, message }]),
        ),
    );
    expect([...messages.keys()].sort()).toEqual(eventDefinitions.map(({ type }) => type).sort());
    for (const { type, topic, decode } of eventDefinitions) {
      const { channel, message } = messages.get(type)!;
      expect(channel.address()).toBe(topic);
      // What an event with nothing set decodes to has every field, by the name it has in JSON.
      const fields = Object.keys(decode(new TextEncoder().encode('{}')) as object);
      expect(Object.keys(message.payload()!.properties() ?? {}).sort()).toEqual(fields.sort());
    }
  });
});

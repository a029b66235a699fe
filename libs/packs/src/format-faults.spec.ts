import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { checkPack } from './check-pack.js';
import { formatFaults } from './format-faults.js';
import { loadCallScript } from './load-call-script.js';
import { smallPack } from './testing/small-pack.js';

const fault = {
  file: 'bot.yaml',
  line: 12,
  column: 5,
  path: 'a.b',
  message: 'unknown key `b`',
  instead: 'c',
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function everyFault(files: Record<string, string>): string {
  return formatFaults(
    checkPack(new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)]))).faults,
  );
}

describe('formatting faults', () => {
  it('is one line a fault that a terminal can open', () => {
    const text = formatFaults([fault, { ...fault, path: '' }], 'packs\\bank\\');
    expect(text.split('\n')).toEqual([
      'packs/bank/bot.yaml:12:5  a.b: unknown key `b`  …  write: c',
      'packs/bank/bot.yaml:12:5  unknown key `b`  …  write: c',
    ]);
  });

  it('lets no control character through', () => {
    expect(formatFaults([{ ...fault, message: 'a\u001b[2Jb\r\nc' }])).toContain('a [2Jb c');
  });

  it('never throws, whatever stands in the files', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom(
          'a',
          ':',
          ' ',
          '\n',
          '-',
          '{',
          '}',
          '[',
          ']',
          '"',
          '&a',
          '*a',
          '!',
          '|',
          '#',
          ',',
        ),
      }),
      fc.json(),
      fc.object().map((value) => stringify(value)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(smallPack)), anyText, (file, text) => {
        expect(typeof everyFault({ ...smallPack, [file]: text })).toBe('string');
        expect(typeof loadCallScript('x.json', text).ok).toBe('boolean');
      }),
      { numRuns: 120 },
    );
  });

  it('never throws for a pack with any one value replaced, and says where', () => {
    const yamlFiles = Object.keys(smallPack).filter((file) => file.endsWith('.yaml'));
    fc.assert(
      fc.property(fc.constantFrom(...yamlFiles), fc.nat(), fc.jsonValue(), (file, pick, value) => {
        const document = parseDocument(smallPack[file]!);
        const paths = pathsOf(document.toJS());
        document.setIn(paths[pick % paths.length]!, value);
        const text = document.toString();
        const { faults } = checkPack(
          new Map(Object.entries({ ...smallPack, [file]: text }).map(([p, t]) => [p, bytes(t)])),
        );
        const lines = text.split('\n');
        for (const found of faults.filter((each) => each.file === file)) {
          expect(found.line).toBeLessThanOrEqual(lines.length);
          expect(found.column).toBeLessThanOrEqual((lines[found.line - 1] ?? '').length + 1);
          expect(found.message).not.toBe('');
          expect(found.instead).not.toBe('');
        }
      }),
      { numRuns: 80 },
    );
  });
});

function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [path];
  const members: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return members.flatMap(([key, member]) => [[...path, key], ...pathsOf(member, [...path, key])]);
}

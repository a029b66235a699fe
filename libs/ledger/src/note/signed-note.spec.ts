import fc from 'fast-check';

import { logSigner, verifierOf, witnessA } from './keys.fixture.js';
import { openNote } from './open-note.js';
import { addSignatures, signNote } from './sign-note.js';
import { formatNote, parseNote } from './signed-note.js';

// The example of c2sp.org/signed-note.
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

const SIG = '— n AAAAAAA=\n';
const log = verifierOf(logSigner.verifierKey);
const lines = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '—', ' ', '+', '0', '\u{1f600}') }), {
  minLength: 1,
});
const text = lines.map((all) => `${all.join('\n')}\n`);

describe('signed note', () => {
  it('opens the example of the specification', () => {
    const opened = openNote(EXAMPLE, [verifierOf(EXAMPLE_KEY)]);
    expect(opened).toMatchObject({ ok: true, value: { text: 'This is an example message.\n' } });
  });

  it('opens what it signs, whatever the text, and is written one way only', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        const note = await signNote(body, [logSigner]);
        expect(openNote(note, [log])).toMatchObject({ ok: true, value: { text: body } });
        const parsed = parseNote(note);
        expect(parsed.ok && formatNote(parsed.value)).toBe(note);
      }),
    );
  });

  it('is refused after any change to one character', async () => {
    const note = await signNote('some text\nof two lines\n', [logSigner]);
    await fc.assert(
      fc.property(
        fc.nat(note.length - 1),
        fc.constantFrom('x', '\n', ' ', '+', '=', '', 'A'),
        (at, character) => {
          const changed = note.slice(0, at) + character + note.slice(at + 1);
          fc.pre(changed !== note);
          expect(openNote(changed, [log]).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['nothing', ''],
    ['no signatures', 'text\n\n'],
    ['no empty line', `text\n${SIG}`],
    ['no last newline', `text\n\n${SIG.trimEnd()}`],
    ['a carriage return', `text\r\n\n${SIG}`],
    ['a tab', `te\txt\n\n${SIG}`],
    ['a lone surrogate', `te\ud800xt\n\n${SIG}`],
    ['a hyphen for the dash', `text\n\n- n AAAAAAA=\n`],
    ['two spaces', `text\n\n— n  AAAAAAA=\n`],
    ['a trailing space', `text\n\n— n AAAAAAA= \n`],
    ['a plus in the name', `text\n\n— n+m AAAAAAA=\n`],
    ['a non-breaking space in the name', `text\n\n— n\u00a0m AAAAAAA=\n`],
    ['no signature after the key id', `text\n\n— n AAAAAA==\n`],
    ['unpadded base64', `text\n\n— n AAAAAAA\n`],
    ['base64 with loose bits', `text\n\n— n AAAAAAB=\n`],
    ['URL base64', `text\n\n— n AAAAA-A=\n`],
    ['a line that is no signature', `text\n\n${SIG}hello\n`],
    ['101 signatures', `text\n\n${SIG.repeat(101)}`],
    ['a megabyte', `${'x'.repeat(1_000_000)}\n\n${SIG}`],
  ])('refuses %s', (_, note) => {
    expect(parseNote(note)).toMatchObject({ ok: false, error: { code: 'note-malformed' } });
  });

  it('accepts a hundred signatures and ignores those of unknown keys', async () => {
    const signed = await signNote('text\n', [logSigner]);
    const note = signed.replace('\n\n', `\n\n${SIG.repeat(99)}`);
    const opened = openNote(note, [log]);
    expect(opened.ok && opened.value.signatures.map(({ name }) => name)).toEqual([logSigner.name]);
  });

  it('is refused when no known key signed, or a known key signed wrongly beside a right one', async () => {
    const note = await signNote('text\n', [logSigner]);
    expect(openNote(note, [verifierOf(EXAMPLE_KEY)])).toMatchObject({ error: { code: 'note-unsigned' } });
    const wrong = { ...logSigner, sign: () => Buffer.alloc(64, 7) };
    const both = note + (await signNote('text\n', [wrong])).slice('text\n\n'.length);
    expect(openNote(both, [log])).toMatchObject({ error: { code: 'note-signature-invalid' } });
  });

  it('separates text from signatures at the last empty line', async () => {
    const body = `text\n\n${SIG}\nmore\n`;
    expect(openNote(await signNote(body, [logSigner]), [log])).toMatchObject({ value: { text: body } });
  });

  it('keeps earlier signatures and replaces those of the same key', async () => {
    const body = `${logSigner.name}\n0\n${Buffer.alloc(32).toString('base64')}\n`;
    const once = await addSignatures(await signNote(body, [logSigner]), [witnessA]);
    const twice = await addSignatures(once, [witnessA]);
    expect(twice).toBe(once);
    expect(once.match(/^— /gm)).toHaveLength(2);
  });

  it('is not made of text that is no note text, or without a signer', async () => {
    await expect(signNote('no newline', [logSigner])).rejects.toMatchObject({ code: 'ledger-note-invalid' });
    await expect(signNote('text\n', [])).rejects.toMatchObject({ code: 'ledger-note-invalid' });
    await expect(addSignatures('text\n', [logSigner])).rejects.toMatchObject({ code: 'ledger-note-invalid' });
  });
});

import { createHmac } from 'node:crypto';

import { canonicalJson } from '@baton/kernel';
import fc from 'fast-check';

import { commit, deriveSalt, hashSubject, openCommitment } from './commitment.js';
import { anEntry, entries, salts } from './entry.fixture.js';
import { entryLeaf, isEntry, leafBytes, parseEntry } from './entry.js';
import { hmacSha256 } from './hmac.js';

describe('entry', () => {
  it('is canonical JSON and comes back as it was', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const leaf = entryLeaf(entry);
        expect(Buffer.from(leaf).toString()).toBe(canonicalJson(entry));
        expect(parseEntry(leaf)).toEqual({ ok: true, value: entry });
        expect(parseEntry(Buffer.from(leaf).toString())).toEqual({ ok: true, value: entry });
        expect(isEntry(leaf)).toBe(true);
      }),
    );
  });

  it('has one spelling: whatever else is accepted is written back unchanged', () => {
    const text = Buffer.from(entryLeaf(anEntry)).toString();
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(2), fc.string({ maxLength: 3 }), (at, cut, insert) => {
        const changed = text.slice(0, at) + insert + text.slice(at + cut);
        const read = parseEntry(changed);
        if (read.ok) expect(Buffer.from(entryLeaf(read.value)).toString()).toBe(changed);
        else expect(isEntry(changed)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['white space', (text: string) => text.replace(',', ', ')],
    ['a trailing newline', (text: string) => `${text}\n`],
    ['an escape', (text: string) => text.replace('event-1', String.raw`\u0065vent-1`)],
    ['another member', (text: string) => text.replace('"v":1', '"v":1,"w":2')],
    ['another version', (text: string) => text.replace('"v":1', '"v":2')],
    ['a space in the id', (text: string) => text.replace('event-1', 'event 1')],
    ['a time without zone', (text: string) => text.replace('Z"', '"')],
    ['a month 13', (text: string) => text.replace('2026-01', '2026-13')],
    ['base64 with loose bits', (text: string) => text.replace(/.=","id"/, 'B=","id"')],
  ])('refuses %s', (_, change) => {
    const text = change(Buffer.from(entryLeaf(anEntry)).toString());
    expect(parseEntry(text)).toMatchObject({ ok: false, error: { code: 'entry-malformed' } });
    expect(parseEntry(leafBytes(text)).ok).toBe(false);
  });

  it.each([
    { ...anEntry, id: '' },
    { ...anEntry, id: 'a"b' },
    { ...anEntry, id: 'Müller' },
    { ...anEntry, type: 'x'.repeat(257) },
    { ...anEntry, time: '2026-01-01' },
    { ...anEntry, subject: 'Jane Doe' },
    { ...anEntry, commitment: 'secret' },
  ])('is not written from fields of a wrong form: %#', (bad) => {
    expect(() => entryLeaf(bad)).toThrow('wrong form');
  });
});

describe('commitment', () => {
  const bytes = fc.uint8Array({ maxLength: 200 });

  it('opens with its salt and event and with nothing else', () => {
    fc.assert(
      fc.property(salts, salts, bytes, bytes, (salt, otherSalt, event, otherEvent) => {
        const entry = { ...anEntry, commitment: commit(event, salt) };
        const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
        expect(openCommitment(entry, salt, event)).toBe(true);
        expect(openCommitment(entry, otherSalt, event)).toBe(same(salt, otherSalt));
        expect(openCommitment(entry, salt, otherEvent)).toBe(same(event, otherEvent));
      }),
    );
  });

  it('is HMAC-SHA-256', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), bytes, (key, message) => {
        const expected = createHmac('sha256', key).update(message).digest('hex');
        expect(Buffer.from(hmacSha256(key, message)).toString('hex')).toBe(expected);
      }),
    );
  });

  it('cannot be opened by a salt of another length, not even a padded one', () => {
    const salt = Buffer.alloc(32, 1);
    const entry = { ...anEntry, commitment: commit(Buffer.from('event'), salt) };
    expect(openCommitment(entry, Buffer.concat([salt, Buffer.alloc(1)]), Buffer.from('event'))).toBe(false);
    expect(() => commit(Buffer.from('event'), Buffer.alloc(16))).toThrow('32 bytes');
  });

  it('derives a salt for each event from one key', () => {
    const key = Buffer.alloc(32, 4);
    const salt = deriveSalt(key, 'event-1');
    expect(salt).toHaveLength(32);
    expect(Buffer.compare(salt, deriveSalt(key, 'event-1'))).toBe(0);
    expect(Buffer.compare(salt, deriveSalt(key, 'event-2'))).not.toBe(0);
    expect(Buffer.compare(salt, deriveSalt(Buffer.alloc(32, 5), 'event-1'))).not.toBe(0);
  });

  it('hashes a subject so that it fits an entry and is no commitment to the same bytes', () => {
    const salt = Buffer.alloc(32, 6);
    const subject = hashSubject('customer-42', salt);
    expect(isEntry(entryLeaf({ ...anEntry, subject }))).toBe(true);
    expect(subject).not.toBe(commit(Buffer.from('customer-42'), salt));
  });
});

import fc from 'fast-check';
import { derivedId, uuidV7 } from '@baton/kernel';
import { inboxHas, inboxMark, inboxWith } from './inbox.js';

const anId = fc.oneof(
  fc.integer({ min: 0, max: 2 ** 40 }).map((ms) => uuidV7(ms)),
  fc.string().map((cause) => derivedId(cause, 'type', 0)),
  fc.string(),
);

describe('an inbox', () => {
  it('knows exactly the newest causes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anId, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (ids, size) => {
          const inbox = ids.reduce((kept, id) => inboxWith(kept, inboxMark(id), size), '');
          expect(ids.map((id) => inboxHas(inbox, inboxMark(id)))).toEqual(
            ids.map((_, at) => at >= ids.length - size),
          );
        },
      ),
    );
  });

  it('does not find a mark across two others', () => {
    const inbox = inboxWith(inboxWith('', '0123456789abcdef', 9), '0123456789abcdef', 9);
    expect(inboxHas(inbox, '89abcdef01234567')).toBe(false);
    expect(inboxHas(inbox, '0123456789abcdef')).toBe(true);
  });

  it('tells ids apart that differ only in their time', () => {
    const random = new Uint8Array(10).fill(7);
    expect(inboxMark(uuidV7(1, random))).not.toBe(inboxMark(uuidV7(2, random)));
  });
});

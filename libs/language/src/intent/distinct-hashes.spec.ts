import fc from 'fast-check';
import { DistinctHashes } from './distinct-hashes.js';

describe('distinct hashes', () => {
  it('are what a Set would hold, in its order, round after round', () => {
    const distinct = new DistinctHashes(256);
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 0xffffffff }), fc.nat(20)), { maxLength: 120 }),
        (hashes) => {
          distinct.clear();
          for (const hash of hashes) distinct.add(hash);
          expect([...distinct.view()]).toEqual([...new Set(hashes)]);
        },
      ),
    );
  });

  it('leave out what does not fit', () => {
    const few = new DistinctHashes(8);
    few.clear();
    for (let hash = 0; hash < 100; hash += 1) few.add(hash);
    expect([...few.view()]).toEqual([0, 1, 2, 3]);
  });
});

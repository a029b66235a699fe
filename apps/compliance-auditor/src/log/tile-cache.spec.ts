import fc from 'fast-check';
import { inclusionProof, leafHash, rootOf, verifyInclusion } from '@baton/ledger';
import { openTemporaryStore } from '@baton/persistence/testing';
import { leafOf } from '../domain/seal-event.js';
import { batchOf, upTo } from '../testing/deliveries.js';
import { openAuditLog } from '../testing/small-log.js';
import { openLogStore } from './log-store.js';
import { entriesBetween } from './read-entries.js';
import { TenantLog } from './tenant-log.js';

const SIZE = 700;

describe('the nodes of the tree', () => {
  it('prove any entry at any size, from memory, from stored tiles and from the entries alone', async () => {
    const opened = await openTemporaryStore();
    try {
      const audit = await openAuditLog(opened.store);
      await audit.append(...batchOf(upTo(300)));
      const warm = (await audit.find('bank'))!;
      await warm.saveTiles(0, 300);
      await audit.append(...batchOf(upTo(SIZE).slice(300)));
      const store = await openLogStore(opened.store);
      expect(await store.tiles.get('bank/tile/0/000')).toBeDefined();
      const cold = await TenantLog.open(store, 'bank');
      const entries = await entriesBetween(store.entries, 'bank', 0, SIZE);
      const hashes = entries.map((entry) => leafHash(leafOf(entry, entry.commitment)));
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: SIZE }),
          fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
          fc.boolean(),
          async (size, at, isWarm) => {
            const index = Math.floor(at * size);
            const proof = await inclusionProof(index, size, (isWarm ? warm : cold).nodes(size));
            const root = rootOf(hashes.slice(0, size));
            expect(verifyInclusion({ leafHash: hashes[index]!, index, size, root }, proof).ok).toBe(true);
          },
        ),
        { numRuns: 80 },
      );
      await cold.saveTiles(300, SIZE);
      expect(await store.tiles.get('bank/tile/0/001')).toBeDefined();
      expect(await store.tiles.get('bank/tile/0/002')).toBeUndefined();
    } finally {
      await opened.dispose();
    }
  });
});

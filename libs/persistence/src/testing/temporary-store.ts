import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentStore } from '../collection.js';
import { openEmbeddedStore, type EmbeddedStoreOptions } from '../embedded/embedded-store.js';
import type { OpenedStore } from './collection.contract.js';

/** An embedded store in a new folder, removed by `dispose`. `reopen` closes it and opens the file again. */
export async function openTemporaryStore(
  options: Omit<EmbeddedStoreOptions, 'file'> = {},
): Promise<OpenedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-store-'));
  const open = () => openEmbeddedStore({ ...options, file: join(folder, 'store.db') });
  const store = await open();
  let latest: DocumentStore = store;
  return {
    store,
    async reopen() {
      await latest.close();
      latest = await open();
      return latest;
    },
    async dispose() {
      await latest.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

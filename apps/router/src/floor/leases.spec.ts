import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedStore, type DocumentStore } from '@baton/persistence';
import type { BackgroundWork, Platform } from '@baton/service-kit';
import { FloorLeases } from '../store/floor-leases.js';

const times = { ttlMs: 300, everyMs: 50 };

/** A router's leases on a shared store, as if it were a process of its own. */
class Replica {
  readonly leases: FloorLeases;
  readonly taken: string[] = [];
  #work: BackgroundWork | undefined;
  /** Every write of a frozen process is lost, as if it hung. */
  frozen = false;

  constructor(store: DocumentStore, name: string) {
    const collection: DocumentStore['collection'] = async (spec) => {
      const inner = await store.collection<never>(spec);
      const frozen = () => this.frozen;
      return {
        ...bound(inner),
        save: (...all: Parameters<typeof inner.save>) =>
          frozen() ? new Promise(() => undefined) : inner.save(...all),
      } as never;
    };
    const platform = {
      store: { ...bound(store), exclusive: false, collection },
      instanceId: name,
      packs: { tenants: () => ['bank'] },
      logger: { info: () => undefined, warn: () => undefined },
      runInBackground: (work: BackgroundWork) => {
        this.#work = work;
      },
    } as unknown as Platform;
    this.leases = new FloorLeases(platform, times);
    this.leases.onTaken((tenantId) => this.taken.push(tenantId));
  }

  start = async () => this.#work!.start();
  stop = () => this.#work!.stop();
  get token(): number | undefined {
    return this.leases.mayMatch('bank')?.token;
  }
}

describe('the lease of a floor', () => {
  let folder: string;
  let store: DocumentStore;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-lease-'));
    store = await openEmbeddedStore({ file: join(folder, 'store.db') });
  });
  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is with one router at a time, and with the other at once when it stops', async () => {
    const [a, b] = [new Replica(store, 'a'), new Replica(store, 'b')];
    await a.start();
    await b.start();
    expect([a.token, b.token]).toEqual([1, undefined]);
    await pause(700);
    expect([a.token, b.token]).toEqual([1, undefined]);
    await a.stop();
    expect(a.token).toBeUndefined();
    await until(() => b.token === 2);
    expect(b.taken).toEqual(['bank']);
    await b.stop();
  });

  it('goes to the other when its owner hangs, never to both, under a token that grows', async () => {
    const [a, b] = [new Replica(store, 'a'), new Replica(store, 'b')];
    await a.start();
    await b.start();
    a.frozen = true;
    const began = performance.now();
    await until(() => {
      expect(a.token !== undefined && b.token !== undefined).toBe(false);
      return b.token === 2;
    });
    expect(performance.now() - began).toBeGreaterThan(times.ttlMs - 100);
    await b.stop();
  });

  it('is not needed where the store has one process', () => {
    const platform = { store: { exclusive: true }, runInBackground: () => undefined } as unknown as Platform;
    expect(new FloorLeases(platform, times).mayMatch('bank')).toEqual({});
  });
});

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error('it never came to be');
    await pause(5);
  }
}

/** An object's methods bound to it, so that they can be spread. */
function bound<T extends object>(object: T): T {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(object)).filter(
    (name) => name !== 'constructor',
  );
  const own = object as Record<string, unknown>;
  const methods = names.filter((name) => typeof own[name] === 'function');
  return {
    ...object,
    ...Object.fromEntries(methods.map((name) => [name, (own[name] as () => unknown).bind(object)])),
  } as T;
}

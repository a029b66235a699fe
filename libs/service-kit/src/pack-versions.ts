import type { Pack } from '@baton/packs';
import type { CollectionSpec, DocumentStore } from '@baton/persistence';
import { compilePolicy } from '@baton/policy';
import type { Logger } from '@baton/telemetry';
import type { PackRegistry } from './pack-registry.js';

/** A version of a pack as the store keeps it: what was checked and parsed once need not be again. */
interface StoredPackVersion {
  readonly name: string;
  readonly sha256: string;
  /** Milliseconds since the Unix epoch; the first time this version was seen. */
  readonly seenAt: number;
  readonly pack: Omit<Pack, 'dir' | 'scripts' | 'demo'>;
}

/** Versions of a tenant kept in memory: more than a day of busy editing. */
const REMEMBERED = 16;

const versionsSpec: CollectionSpec = {
  name: 'platform_pack_version',
  indexes: [{ fields: ['name', 'seenAt'] }],
};

/** A version of a tenant's pack as a store kept it, or the newest one there; undefined where there is none. For tools: reads only. */
export async function readPackVersion(
  store: DocumentStore,
  tenant: string,
  sha256: string,
): Promise<Pack | undefined> {
  const versions = await store.collection<StoredPackVersion>(versionsSpec);
  const newest = {
    where: [{ field: 'name', op: '=' as const, value: tenant }],
    orderBy: [{ field: 'seenAt', direction: 'desc' as const }],
    limit: 1,
  };
  const found = (await versions.get(`${tenant}/${sha256}`)) ?? (await versions.find(newest))[0];
  return found && { ...found.body.pack, dir: '', scripts: [] };
}

/** Follows the packs of a process until it is closed. */
export interface PackVersions {
  /** Waits for what is being written. */
  close(): Promise<void>;
}

/**
 * Keeps every version of every pack in the store and hands the newest earlier ones to the registry, so that a conversation keeps its
 * version also where the process restarts on a changed pack. Versions never change, so services that share a store write the same.
 */
export async function keepPackVersions(
  store: DocumentStore,
  registry: PackRegistry,
  now: () => number,
  logger: Logger,
): Promise<PackVersions> {
  const versions = await store.collection<StoredPackVersion>(versionsSpec);
  for (const tenant of registry.tenants()) {
    const { dir } = registry.current(tenant);
    const stored = await versions.find({
      where: [{ field: 'name', op: '=', value: tenant }],
      orderBy: [{ field: 'seenAt', direction: 'desc' }],
      limit: REMEMBERED,
    });
    for (const { body } of stored) {
      // Conditions that an earlier Baton let through and this one does not: the newest version counts for those conversations.
      if (!compilePolicy(body.pack.escalation).ok) continue;
      registry.remember({ ...body.pack, dir, scripts: [] });
    }
  }
  let writing: Promise<void> = Promise.resolve();
  let open = true;
  const keep = (pack: Pack): void => {
    if (!open) return;
    writing = writing
      .then(async () => {
        const { dir: _dir, scripts: _scripts, demo: _demo, ...kept } = pack;
        const body = { name: pack.name, sha256: pack.sha256, seenAt: now(), pack: kept };
        // Refused where the version is there already: by this process, or by another that shares the store.
        await versions.save(`${pack.name}/${pack.sha256}`, 0, body);
      })
      .catch((thrown: unknown) =>
        logger.warn({ err: thrown, pack: pack.name }, 'this version of the pack could not be kept'),
      );
  };
  for (const tenant of registry.tenants()) keep(registry.current(tenant));
  registry.onPut(keep);
  return {
    close: async () => {
      open = false;
      await writing;
    },
  };
}

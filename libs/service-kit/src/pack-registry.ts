import { BatonError } from '@baton/kernel';
import type { Pack } from '@baton/packs';

/**
 * The tenant packs a process serves. A tenant is named like its pack. A reload adds a version; conversations in flight
 * keep theirs, found by its sha256.
 */
export class PackRegistry {
  readonly #current = new Map<string, Pack>();
  readonly #versions = new Map<string, Pack>();
  readonly #listeners: ((pack: Pack) => void)[] = [];
  readonly #refusals = new Map<string, string>();

  /** Adds a pack, or a new version of one. */
  put(pack: Pack): void {
    this.#current.set(pack.name, pack);
    this.#versions.set(versionKey(pack.name, pack.sha256), pack);
    this.#refusals.delete(pack.name);
    for (const listener of this.#listeners) listener(pack);
  }

  /** Adds a version of an earlier time, for conversations that began under it. The newest stays what it is. */
  remember(pack: Pack): void {
    const key = versionKey(pack.name, pack.sha256);
    if (!this.#versions.has(key)) this.#versions.set(key, pack);
  }

  /** The changed pack is not valid, and the version before it stays: `why` names file and line. Ends with the next valid one. */
  refuse(name: string, why: string): void {
    this.#refusals.set(name, why);
  }

  /** Why the newest change of a tenant's pack is not in use; undefined where it is. */
  refusal(name: string): string | undefined {
    return this.#refusals.get(name);
  }

  /** The newest version of a tenant's pack. Throws `not-found`. */
  current(tenantId: string): Pack {
    const pack = this.#current.get(tenantId);
    if (!pack)
      throw new BatonError(
        'not-found',
        `No pack is loaded for the tenant; loaded: ${this.tenants().join(', ')}.`,
      );
    return pack;
  }

  /** The version with this sha256, or the tenant's newest where that version is no longer loaded. */
  version(tenantId: string, sha256: string): Pack {
    return this.#versions.get(versionKey(tenantId, sha256)) ?? this.current(tenantId);
  }

  /** Tenants, in the order their packs were named; the first is the default. */
  tenants(): readonly string[] {
    return [...this.#current.keys()];
  }

  /** Called with every pack that is put from now on. */
  onPut(listener: (pack: Pack) => void): void {
    this.#listeners.push(listener);
  }
}

function versionKey(tenantId: string, sha256: string): string {
  return `${tenantId}/${sha256}`;
}

/** Derives something costly from a pack once per version. */
export function perPackVersion<T>(derive: (pack: Pack) => T): (pack: Pack) => T {
  const made = new Map<string, T>();
  return (pack) => {
    const known = made.get(pack.sha256);
    if (known !== undefined) return known;
    const value = derive(pack);
    made.set(pack.sha256, value);
    return value;
  };
}

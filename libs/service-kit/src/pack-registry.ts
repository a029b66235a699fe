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

  /** Adds a pack, or a new version of one. */
  put(pack: Pack): void {
    this.#current.set(pack.name, pack);
    this.#versions.set(pack.sha256, pack);
    for (const listener of this.#listeners) listener(pack);
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
    return this.#versions.get(sha256) ?? this.current(tenantId);
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

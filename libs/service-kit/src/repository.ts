import { openOutboxRepository, type IndexSpec, type OutboxRepository } from '@baton/persistence';
import type { Platform } from './platform.js';

/** What a service says of a collection it owns. */
export interface RepositorySpec {
  /** snake_case: `router_handoff`. */
  readonly name: string;
  /** Paths into the stored document: `state.queue`. */
  readonly indexes?: readonly IndexSpec[];
  /** See `OutboxRepositoryOptions.inboxSize`. */
  readonly inboxSize?: number;
}

/** Opens a repository under the one-write rule and lets its background work live as long as the service. */
export async function openRepository<S extends object>(
  platform: Platform,
  spec: RepositorySpec,
): Promise<OutboxRepository<S>> {
  const repository = await openOutboxRepository<S>({
    // A finished turn's events are cleared with the next turn's write, not by one of their own; and as many conversations as one
    // process carries stay in memory.
    clearAfterMs: 10_000,
    cacheSize: 6_000,
    ...spec,
    store: platform.store,
    source: `/baton/${platform.service}`,
    publish: (records) => platform.bus.publish(records),
    clock: platform.clock,
    onBackgroundError: (thrown) =>
      platform.logger.warn({ err: thrown, collection: spec.name }, 'will publish again'),
  });
  platform.runInBackground({ start: () => repository.start(), stop: () => repository.close() });
  return repository;
}

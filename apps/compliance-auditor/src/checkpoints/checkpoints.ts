import { CheckpointSigned } from '@baton/contracts';
import { commandCause, draft, type OutboxRepository } from '@baton/persistence';
import { checkpointId, type StoredCheckpoint } from './stored-checkpoint.js';

/** The checkpoints signed so far; each is stored and announced in one write. */
export class Checkpoints {
  readonly #repository: OutboxRepository<StoredCheckpoint>;

  constructor(repository: OutboxRepository<StoredCheckpoint>) {
    this.#repository = repository;
  }

  /** The one with the most entries. */
  async newest(tenant: string): Promise<StoredCheckpoint | undefined> {
    const [newest] = await this.#repository.find({
      where: [{ field: 'state.tenant', op: '=', value: tenant }],
      orderBy: [{ field: 'state.size', direction: 'desc' }],
      limit: 1,
    });
    return newest?.state;
  }

  /** Keeps a checkpoint and publishes CheckpointSigned; one of that size that is there already stays. */
  async add(checkpoint: StoredCheckpoint): Promise<void> {
    const { tenant, origin, size, root, note } = checkpoint;
    const cause = commandCause({ commandId: `${origin}/${size}`, tenantId: tenant, correlationId: tenant });
    await this.#repository.update(
      checkpointId(tenant, size),
      cause,
      (known) =>
        known === undefined
          ? { state: checkpoint, events: [draft(CheckpointSigned, tenant, { origin, size, root, note })] }
          : undefined,
      { whenBusDown: 'defer' },
    );
  }
}

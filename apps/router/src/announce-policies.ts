import { Inject, Injectable } from '@nestjs/common';
import { derivedId } from '@baton/kernel';
import type { Pack } from '@baton/packs';
import { commandCause, type OutboxRepository } from '@baton/persistence';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { activatePolicy, type ActivePolicy } from './domain/deciding/activate-policy.js';
import { PacksOfTenants } from './store/packs-of-tenants.js';
import { POLICY_REPOSITORY } from './store/tokens.js';

/** Announces each pack version that comes to count, so that the audit log holds every policy a decision was ever made by. */
@Injectable()
export class AnnouncePolicies {
  #announcing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(POLICY_REPOSITORY) private readonly repository: OutboxRepository<ActivePolicy>,
    @Inject(PacksOfTenants) private readonly packs: PacksOfTenants,
  ) {
    const { packs: registry } = platform;
    let running = false;
    platform.runInBackground({
      start: () => {
        running = true;
        for (const tenant of registry.tenants()) this.#announce(registry.current(tenant));
      },
      stop: async () => {
        running = false;
        await this.#announcing;
      },
    });
    registry.onPut((pack) => {
      if (running) this.#announce(pack);
    });
  }

  /** One after the other; what fails is told and made up for at the next start, for the state then still names the old version. */
  #announce(pack: Pack): void {
    this.#announcing = this.#announcing
      .then(() => this.#activate(pack))
      .catch((thrown: unknown) =>
        this.platform.logger.error({ err: thrown, pack: pack.name }, 'the policy could not be announced'),
      );
  }

  async #activate(pack: Pack): Promise<void> {
    const known = await this.repository.get(pack.name);
    const ordinal = known?.state.activations ?? 0;
    const cause = commandCause({
      commandId: derivedId(`${pack.name}/${pack.sha256}`, 'policy-activated', ordinal),
      tenantId: pack.name,
      correlationId: pack.name,
    });
    await this.repository.update(
      pack.name,
      cause,
      (state) => activatePolicy(state, pack, this.packs.policy(pack.name, pack.sha256)),
      { whenBusDown: 'defer' },
    );
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import type { Pack } from '@baton/packs';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Session } from '../session/session.js';

/** The tenants this desk serves. */
@Injectable()
export class Tenants {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  all(): readonly Pack[] {
    return this.platform.packs.tenants().map((tenant) => this.platform.packs.current(tenant));
  }

  /** What somebody may do: a pack names its supervisors; everybody else is an agent. */
  roleOf(tenant: string, agentId: string): Session['role'] {
    const people = this.platform.packs.current(tenant).demo?.agents ?? [];
    return people.find(({ id }) => id === agentId)?.role ?? 'agent';
  }

  /** The tenant a request is about: the one it names, else the session's, else the default. Throws `not-found`. */
  pick(named: string | undefined, session: Session | undefined): Pack {
    const tenant = named ?? session?.tenant ?? this.platform.packs.tenants()[0];
    if (tenant === undefined) throw new BatonError('not-found', 'No pack is loaded.');
    return this.platform.packs.current(tenant);
  }
}

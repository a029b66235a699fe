import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EventMeta } from '@baton/eventing';
import { eventCause, type OutboxRepository } from '@baton/persistence';
import { ACQUAINTANCE_REPOSITORY } from './tokens.js';

/** Which agents spoke with a customer, newest first. */
export interface Acquaintance {
  readonly agents: readonly string[];
}

const mostAgents = 3;

/** Who knows which customer. Customers are kept by a hash of their id only. */
@Injectable()
export class Acquaintances {
  constructor(@Inject(ACQUAINTANCE_REPOSITORY) private readonly repository: OutboxRepository<Acquaintance>) {}

  /** Newest first, at most three. */
  async agentsOf(tenantId: string, customerRef: string | undefined): Promise<readonly string[]> {
    if (customerRef === undefined) return [];
    return (await this.repository.get(idOf(tenantId, customerRef)))?.state.agents ?? [];
  }

  /** Customer and agent hear each other. */
  async met(meta: EventMeta, customerRef: string | undefined, agentId: string): Promise<void> {
    if (customerRef === undefined || agentId === '') return;
    await this.repository.update(idOf(meta.tenantId, customerRef), eventCause(meta), (known) => {
      const agents = known?.agents ?? [];
      if (agents[0] === agentId) return undefined;
      const others = agents.filter((other) => other !== agentId);
      return { state: { agents: [agentId, ...others].slice(0, mostAgents) }, events: [] };
    });
  }
}

/** What a customer is kept by: not to be turned back into their id. Undefined where nobody is known. */
export function customerRefOf(tenantId: string, customerId: string): string | undefined {
  if (customerId === '') return undefined;
  return createHash('sha256').update(`${tenantId}\n${customerId}`).digest('hex').slice(0, 32);
}

function idOf(tenantId: string, customerRef: string): string {
  return `${tenantId}/${customerRef}`;
}

import { Inject, Injectable } from '@nestjs/common';
import { ContextServiceClient } from '@baton/contracts';
import { unary } from '@baton/rpc';
import { PLATFORM, type Platform } from '@baton/service-kit';
import type { Facts } from './domain/respond.js';

/** How long the bot waits for CRM before it answers without it, ms: the caller is on the line. */
const crmDeadlineMs = 400;
const keepMs = 60_000;
const keepAtMost = 10_000;

/** What CRM knows of customers who are talking to the bot now, asked once a minute at most. */
@Injectable()
export class CustomerFacts {
  readonly #known = new Map<string, { readonly facts: Facts; readonly until: number }>();

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async of(tenantId: string, customerId: string): Promise<Facts> {
    if (customerId === '') return { facts: {}, unavailable: false };
    const key = `${tenantId}/${customerId}`;
    const known = this.#known.get(key);
    if (known && known.until > Date.now()) return known.facts;
    try {
      const client = this.platform.peers.client('context-store', ContextServiceClient);
      const { customer } = await unary(client, client.getCustomer, { tenantId, customerId }, crmDeadlineMs);
      const facts: Facts = { facts: customer?.facts ?? {}, unavailable: false };
      if (this.#known.size >= keepAtMost) this.#known.clear();
      this.#known.set(key, { facts, until: Date.now() + keepMs });
      return facts;
    } catch {
      return { facts: {}, unavailable: true };
    }
  }
}

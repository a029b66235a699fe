import { Inject, Injectable } from '@nestjs/common';
import type { EventMeta } from '@baton/eventing';
import { eventCause, type OutboxRepository } from '@baton/persistence';
import { withReceipt, type ConsentLedger, type Receipt } from '../domain/consent-ledger.js';

/** Injection token of the repository of consent ledgers. */
export const CONSENT_REPOSITORY = Symbol('auditor.consents');

/** The consents of every conversation. */
@Injectable()
export class Consents {
  constructor(@Inject(CONSENT_REPOSITORY) private readonly repository: OutboxRepository<ConsentLedger>) {}

  /** Notes what an event says about consent. */
  async record(meta: EventMeta, receipt: Receipt): Promise<void> {
    await this.repository.update(meta.subject, eventCause(meta), (ledger) => {
      const state = withReceipt(ledger, receipt);
      return state && { state, events: [] };
    });
  }

  /** What a tenant's conversation has; empty where it has nothing. */
  async of(tenant: string, conversationId: string): Promise<readonly Receipt[]> {
    const stored = await this.repository.get(conversationId);
    return stored?.tenantId === tenant ? stored.state.receipts : [];
  }
}

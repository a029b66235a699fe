import { Inject, Injectable } from '@nestjs/common';
import { CustomerIdentified } from '@baton/contracts';
import { commandCause, draft, type Decision, type OutboxRepository } from '@baton/persistence';
import type { Tie } from '../domain/identity/assurance.js';
import { withClaim, withoutClaim, type ContactPoint } from '../domain/identity/claims.js';

/** Injection token of the repository of contact points. */
export const CONTACT_POINT_REPOSITORY = Symbol('context.contact-points');

/** Phone numbers and e-mail addresses by keyed hash, and who claims them. */
@Injectable()
export class ContactPoints {
  constructor(
    @Inject(CONTACT_POINT_REPOSITORY) private readonly repository: OutboxRepository<ContactPoint>,
  ) {}

  async find(tenantId: string, ref: string): Promise<ContactPoint | undefined> {
    return (await this.repository.get(`${tenantId}/${ref}`))?.state;
  }

  /** Resolves once the claim is there; a claim that has no room is left out. */
  async claim(
    tenantId: string,
    ref: string,
    kind: ContactPoint['kind'],
    claim: { readonly customerId: string; readonly tie: Tie; readonly sealed: string },
    commandId: string,
  ): Promise<void> {
    await this.#update(tenantId, ref, `${commandId}:claim`, claim.customerId, (point) => {
      const state = withClaim(point, kind, claim);
      return state && { state, events: [] };
    });
  }

  /** The customer no longer claims it: at all, or by the CRM's word. */
  async release(
    tenantId: string,
    ref: string,
    customerId: string,
    commandId: string,
    tie?: Tie,
  ): Promise<void> {
    await this.#update(tenantId, ref, `${commandId}:release`, customerId, (point) => {
      const state = withoutClaim(point, customerId, tie);
      return state && { state, events: [] };
    });
  }

  /** Says who a conversation's contact is, once a command. */
  async announce(
    tenantId: string,
    ref: string,
    conversationId: string,
    commandId: string,
    data: CustomerIdentified,
  ): Promise<void> {
    await this.#update(tenantId, ref, `${commandId}:announce`, conversationId, (point) =>
      point ? { state: point, events: [draft(CustomerIdentified, conversationId, data)] } : undefined,
    );
  }

  async #update(
    tenantId: string,
    ref: string,
    commandId: string,
    correlationId: string,
    decide: (point: ContactPoint | undefined) => Decision<ContactPoint> | undefined,
  ): Promise<void> {
    const cause = commandCause({ commandId, tenantId, correlationId });
    await this.repository.update(`${tenantId}/${ref}`, cause, decide, { whenBusDown: 'defer' });
  }
}

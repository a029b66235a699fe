import { Inject, Injectable } from '@nestjs/common';
import { BatonError, derivedId } from '@baton/kernel';
import type { IdentifyCustomerRequest, IdentifyCustomerResponse } from '@baton/contracts';
import { Crm } from '../crm/crm.js';
import type { CustomerFile } from '../domain/customer.js';
import { proofs, type Proof, type Tie } from '../domain/identity/assurance.js';
import type { Claim } from '../domain/identity/claims.js';
import { identifierOf, type Identifier } from '../domain/identity/identifier.js';
import { resolveIdentity, type Identity } from '../domain/identity/resolve.js';
import type { CustomerKeys } from '../keys/customer-keys.js';
import { ContactPoints } from '../store/contact-points.js';
import { Conversations } from '../store/conversations.js';
import { CUSTOMER_KEYS, Customers } from '../store/customers.js';

/** One customer across channels: who an address belongs to, and how sure that is. Never by name. */
@Injectable()
export class Identities {
  constructor(
    @Inject(Customers) private readonly customers: Customers,
    @Inject(ContactPoints) private readonly points: ContactPoints,
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(Crm) private readonly crm: Crm,
    @Inject(CUSTOMER_KEYS) private readonly keys: CustomerKeys,
  ) {}

  /** The same command again gives the same answer, as long as nobody else claimed the address since. */
  async identify(request: IdentifyCustomerRequest): Promise<IdentifyCustomerResponse> {
    const { tenantId, commandId, linkedCustomerId } = request;
    const identifier = identifierIn(request);
    const proof = proofIn(request.proof);
    const ref = this.keys.contactRef(tenantId, identifier);
    const resolve = () => this.#resolve(tenantId, ref, proof, linkedCustomerId);
    let identity = await resolve();
    if (identity.kind === 'unknown' || (identity.kind === 'known' && identity.assurance === 'none')) {
      await this.#adopt(tenantId, identifier, ref, commandId);
      identity = await resolve();
    } else if (identity.kind === 'known' && identity.customerId === linkedCustomerId) {
      await this.claim(tenantId, linkedCustomerId, identifier, 'claimed', commandId);
    }
    await this.#announce(request, identifier, ref, identity);
    return this.#answer(tenantId, ref, identity);
  }

  /** Throws `not-found` also where every key that could read it is destroyed. */
  async contactPoint(tenantId: string, ref: string) {
    const point = await this.points.find(tenantId, ref);
    for (const { customerId, sealed } of point?.claims ?? []) {
      const file = await this.customers.find(tenantId, customerId);
      if (!file || file.erasedAt !== undefined) continue;
      const value = this.customers.keyOf(tenantId, customerId, file).unseal('address', sealed);
      const identity = await this.#resolve(tenantId, ref, 'account', '');
      const known = identity.kind === 'known' ? identity : { customerId: '', assurance: 'none' };
      const { customerId: owner, assurance } = known;
      return { identifier: { kind: point!.kind, value }, customerId: owner, assurance };
    }
    throw new BatonError('not-found', 'There is no such contact point.');
  }

  /** Ties an address to a customer, who is made known if need be. */
  async claim(
    tenantId: string,
    customerId: string,
    identifier: Identifier,
    tie: Tie,
    commandId: string,
  ): Promise<void> {
    const ref = this.keys.contactRef(tenantId, identifier);
    await this.customers.meet(tenantId, customerId, ref, `${commandId}:meet:${ref.slice(0, 8)}`);
    const file = await this.customers.find(tenantId, customerId);
    if (!file || file.erasedAt !== undefined) return;
    const sealed = this.customers.keyOf(tenantId, customerId, file).seal('address', identifier.value);
    await this.points.claim(tenantId, ref, identifier.kind, { customerId, tie, sealed }, commandId);
  }

  /** Nobody claims it: the CRM is asked, and where it knows nobody either, somebody new has come. */
  async #adopt(tenantId: string, identifier: Identifier, ref: string, commandId: string): Promise<void> {
    const answer = await this.crm.byIdentifier(tenantId, identifier);
    if (answer.kind !== 'found') {
      const customerId = `anon-${derivedId(`${commandId}:${ref}`, 'customer', 0)}`;
      return this.claim(tenantId, customerId, identifier, 'first-contact', commandId);
    }
    const { record } = answer;
    await this.customers.put(tenantId, record, [ref], `${commandId}:crm`);
    await this.claim(tenantId, record.customerId, identifier, 'crm', commandId);
  }

  async #resolve(tenantId: string, ref: string, proof: Proof, linked: string): Promise<Identity> {
    const point = await this.points.find(tenantId, ref);
    const claims: Claim[] = [];
    for (const claim of point?.claims ?? []) {
      const { id, file } = await this.customers.current(tenantId, claim.customerId);
      if (file && file.erasedAt === undefined) claims.push({ ...claim, customerId: id });
    }
    return resolveIdentity(claims, proof, linked);
  }

  async #announce(
    { tenantId, conversationId, commandId }: IdentifyCustomerRequest,
    identifier: Identifier,
    ref: string,
    identity: Identity,
  ): Promise<void> {
    if (conversationId === '' || identity.kind === 'unknown') return;
    const { file, ...seen } = await this.#seen(tenantId, identity);
    await this.points.announce(tenantId, ref, conversationId, commandId, {
      ...seen,
      identifierKind: identifier.kind,
      identifierHash: file ? this.customers.keyOf(tenantId, seen.customerId, file).hashOf(identifier) : '',
    });
    if (identity.kind === 'known')
      await this.conversations.identified(tenantId, conversationId, commandId, identity);
  }

  async #seen(tenantId: string, identity: Exclude<Identity, { kind: 'unknown' }>) {
    if (identity.kind === 'conflict') {
      const conflictingCustomerIds = [...identity.customerIds];
      const nobody = { customerId: '', assurance: 'none', reason: 'identity-conflict' };
      return { ...nobody, conflictingCustomerIds, file: undefined };
    }
    const { customerId, assurance, reason } = identity;
    const file = await this.customers.find(tenantId, customerId);
    return { customerId, assurance, reason, conflictingCustomerIds: [], file };
  }

  async #answer(tenantId: string, contactRef: string, identity: Identity): Promise<IdentifyCustomerResponse> {
    if (identity.kind !== 'known') {
      const conflictingCustomerIds = identity.kind === 'conflict' ? [...identity.customerIds] : [];
      const reason = identity.kind === 'conflict' ? 'identity-conflict' : 'unknown';
      return {
        customer: refOf('', undefined),
        assurance: 'none',
        reason,
        contactRef,
        conflictingCustomerIds,
      };
    }
    const { customerId, assurance, reason } = identity;
    const customer = refOf(customerId, await this.customers.find(tenantId, customerId));
    return { customer, assurance, reason, contactRef, conflictingCustomerIds: [] };
  }
}

function refOf(customerId: string, file: CustomerFile | undefined) {
  const { segment = '', contactsLast30d = 0, provisional = true } = file ?? {};
  return { customerId, known: customerId !== '' && !provisional, segment, contactsLast30d };
}

function identifierIn({ tenantId, commandId, identifier }: IdentifyCustomerRequest): Identifier {
  if (tenantId === '' || commandId === '')
    throw new BatonError('invalid-argument', 'tenant_id and command_id are needed.');
  const read = identifierOf(identifier?.kind ?? '', identifier?.value ?? '');
  if (read.ok) return read.value;
  throw new BatonError('invalid-argument', `The identifier cannot be used: ${read.error}.`);
}

function proofIn(proof: string): Proof {
  const known = proofs.find((one) => one === proof);
  if (known) return known;
  throw new BatonError('invalid-argument', `proof is one of ${proofs.join(', ')}.`);
}

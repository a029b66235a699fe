import { Inject, Injectable } from '@nestjs/common';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { count } from '@baton/telemetry';
import type { CrmAnswer } from '../domain/crm/answer.js';
import { readCrmAnswer } from '../domain/crm/reading.js';
import type { Identifier } from '../domain/identity/identifier.js';
import { RestCrm, type CrmFault, type CrmReply } from './rest-crm.js';

/** Answers kept in memory, over all tenants; never written anywhere. */
const maxCached = 5_000;

const notes: Readonly<Record<CrmFault, (limitMs: number) => string>> = {
  'time-limit': (limitMs) => `CRM did not answer within ${limitMs} ms.`,
  unreachable: () => 'CRM cannot be reached.',
  refused: () => 'CRM refused to answer.',
  garbage: () => 'CRM gave an answer that cannot be read.',
  spared: () => 'CRM failed several times and is not asked for the moment.',
  'no-secret': () => 'CRM is not configured: a secret is missing.',
};

/** The company's CRM as a pack's `crm.yaml` describes it, beside the built-in one. Never slower than its time limit. */
@Injectable()
export class Crm {
  readonly #byVersion = new Map<string, { readonly sha256: string; readonly crm: RestCrm }>();
  readonly #cache = new Map<string, { readonly until: number; readonly answer: Promise<CrmAnswer> }>();

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  byCustomerId(tenantId: string, customerId: string): Promise<CrmAnswer> {
    // What nobody's id looks like is not worth a question, and dots would lead to another path.
    if (!/^[A-Za-z0-9]/.test(customerId)) return Promise.resolve({ kind: 'not-found' });
    return this.#ask(tenantId, 'customerId', customerId);
  }

  byIdentifier(tenantId: string, { kind, value }: Identifier): Promise<CrmAnswer> {
    return this.#ask(tenantId, kind, value);
  }

  /** Undefined where the tenant's pack has no write-back. */
  tell(
    tenantId: string,
    values: Readonly<Record<string, string>>,
    key: string,
  ): Promise<CrmReply> | undefined {
    return this.#crmOf(tenantId)?.tell(values, key);
  }

  /** Nothing of an erased customer stays in memory. */
  forget(tenantId: string, customerId: string): void {
    this.#cache.delete(`${tenantId}/customerId/${customerId}`);
    for (const key of this.#cache.keys())
      if (!key.startsWith(`${tenantId}/customerId/`)) this.#cache.delete(key);
  }

  #ask(tenantId: string, by: 'customerId' | 'phone' | 'email', value: string): Promise<CrmAnswer> {
    const key = `${tenantId}/${by}/${value}`;
    const now = this.platform.clock.now();
    const known = this.#cache.get(key);
    if (known && known.until > now) return known.answer;
    const asked = this.#crmOf(tenantId)?.ask(by, value);
    if (!asked) return Promise.resolve({ kind: 'no-crm' });
    const { cacheSeconds, timeLimitMs } = this.platform.packs.current(tenantId).crm!;
    const answer = asked.then((reply) => this.#read(tenantId, reply, timeLimitMs));
    this.#cache.delete(key);
    this.#cache.set(key, { until: now + Math.max(cacheSeconds * 1000, timeLimitMs), answer });
    if (this.#cache.size > maxCached) this.#cache.delete(this.#cache.keys().next().value!);
    // A failure is shared by those who wait for it now, and asked again by the next: the breaker spares the CRM, not the cache.
    void answer.then(({ kind }) => {
      if (kind === 'unavailable' || cacheSeconds === 0) this.#cache.delete(key);
    });
    return answer;
  }

  #read(tenantId: string, reply: CrmReply, timeLimitMs: number): CrmAnswer {
    count('baton.crm.asked', { tenant: tenantId, outcome: reply.ok ? 'answered' : reply.error });
    if (!reply.ok) return { kind: 'unavailable', note: notes[reply.error](timeLimitMs) };
    if (reply.value === undefined) return { kind: 'not-found' };
    const { crm } = this.platform.packs.current(tenantId);
    const read = crm && readCrmAnswer(crm, reply.value);
    return read?.ok ? { kind: 'found', record: read.value } : { kind: 'not-found' };
  }

  /** One adapter, and so one breaker, for as long as the pack stays the same. */
  #crmOf(tenantId: string): RestCrm | undefined {
    const { crm: config, sha256 } = this.platform.packs.current(tenantId);
    if (!config) return undefined;
    const known = this.#byVersion.get(tenantId);
    if (known?.sha256 === sha256) return known.crm;
    const crm = new RestCrm(config, this.platform.config.crmSecrets);
    this.#byVersion.set(tenantId, { sha256, crm });
    return crm;
  }
}

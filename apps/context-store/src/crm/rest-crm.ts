import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleAll,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { err, ok, type Result } from '@baton/kernel';
import type { CrmConfig } from '@baton/packs';
import { crmRequest, secretsNeeded, type CrmRequest, type Secrets } from '../domain/crm/request.js';

/** Why a CRM did not say anything. */
export type CrmFault = 'time-limit' | 'unreachable' | 'refused' | 'garbage' | 'spared' | 'no-secret';

/** An answer, as JSON; `undefined` where the CRM says there is nothing. */
export type CrmReply = Result<unknown, CrmFault>;

/** An answer longer than this is no customer record. */
const maxAnswerBytes = 262_144;

/** A company's CRM over HTTP: asked within its time limit, and spared for a while after it failed several times in a row. */
export class RestCrm {
  readonly #breaker: CircuitBreakerPolicy;
  readonly #missing: readonly string[];

  constructor(
    private readonly config: CrmConfig,
    private readonly secrets: Secrets,
  ) {
    const { failures, openSeconds } = config.circuitBreaker;
    this.#breaker = circuitBreaker(handleAll, {
      halfOpenAfter: openSeconds * 1000,
      breaker: new ConsecutiveBreaker(failures),
    });
    this.#missing = secretsNeeded(config).filter((name) => !secrets[name]);
  }

  /** Asks one of the pack's lookups; undefined where the pack has none of that name. */
  ask(by: keyof CrmConfig['lookups'], value: string): Promise<CrmReply> | undefined {
    const lookup = this.config.lookups[by];
    return lookup && this.#send(crmRequest(this.config, lookup, { [by]: value }, this.secrets));
  }

  /** Tells the CRM what came of a handoff. The same key again must change nothing there. */
  tell(values: Readonly<Record<string, string>>, idempotencyKey: string): Promise<CrmReply> | undefined {
    const { writeBack } = this.config;
    if (!writeBack) return undefined;
    const request = crmRequest(this.config, writeBack, values, this.secrets);
    return this.#send({ ...request, headers: { ...request.headers, 'idempotency-key': idempotencyKey } });
  }

  async #send(request: CrmRequest): Promise<CrmReply> {
    if (this.#missing.length > 0) return err('no-secret');
    try {
      return ok(await this.#breaker.execute(() => fetchJson(request, this.config.timeLimitMs)));
    } catch (thrown) {
      if (thrown instanceof BrokenCircuitError) return err('spared');
      return err(thrown instanceof CrmFailure ? thrown.fault : 'unreachable');
    }
  }
}

class CrmFailure extends Error {
  constructor(readonly fault: CrmFault) {
    super(fault);
  }
}

/** 404 and 204 say that there is nothing; every other answer but 2xx with JSON is a failure the breaker counts. */
async function fetchJson(request: CrmRequest, timeLimitMs: number): Promise<unknown> {
  const { url, ...init } = request;
  const signal = AbortSignal.timeout(timeLimitMs);
  try {
    // A redirect would carry the customer's identifier, and our secret, to somebody the pack does not name.
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    if (response.status === 404 || response.status === 204) {
      await response.body?.cancel();
      return undefined;
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new CrmFailure('refused');
    }
    const text = await readBounded(response);
    if (text.trim() === '') return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new CrmFailure('garbage');
    }
  } catch (thrown) {
    if (signal.aborted) throw new CrmFailure('time-limit');
    throw thrown;
  }
}

async function readBounded(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    const part = chunk as Uint8Array;
    bytes += part.length;
    if (bytes > maxAnswerBytes) throw new CrmFailure('garbage');
    text += decoder.decode(part, { stream: true });
  }
  return text + decoder.decode();
}

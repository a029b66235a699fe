import type { Decision } from '@baton/contracts';
import { count, type Logger } from '@baton/telemetry';

/** Rules remembered as told; beyond that a rule may be told again. */
const MOST_TOLD = 1_000;

/** Tells of rules that could not be evaluated: in the log once a rule and policy, in the metrics every time. */
export class FailedRules {
  readonly #told = new Set<string>();

  constructor(private readonly logger: Pick<Logger, 'warn'>) {}

  report(tenant: string, { failedRules, policyId, policyVersion, policySha256 }: Decision): void {
    for (const rule of failedRules) {
      count('baton.decision.failed_rules', { tenant, rule });
      const key = `${policySha256}/${rule}`;
      if (this.#told.has(key)) continue;
      if (this.#told.size >= MOST_TOLD) this.#told.clear();
      this.#told.add(key);
      this.logger.warn(
        { tenant, rule, policyId, policyVersion, policySha256 },
        'a rule could not be evaluated and counts as no match; `baton policy lint` says more',
      );
    }
  }
}

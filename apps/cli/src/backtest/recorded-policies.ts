import type { AuditEntry } from '@baton/compliance-auditor';
import { PolicyActivated } from '@baton/contracts';
import type { Pack } from '@baton/packs';
import { compilePolicy, type CompiledPolicy, type PolicySource } from '@baton/policy';
import { keyedRequestPolicy } from '@baton/router';

/** Policies by sha256: those the log announced, Baton's own promise of the keyed zero under each, and those of the pack at hand. */
export type PoliciesBySha256 = ReadonlyMap<string, CompiledPolicy>;

/** The policies an audit log announced, and those of the pack at hand for logs older than the announcements. */
export function policiesOf(entries: Iterable<AuditEntry>, pack: Pack | undefined): PoliciesBySha256 {
  const policies = new Map<string, CompiledPolicy>();
  const add = (source: PolicySource, languages: readonly string[]): void => {
    for (const each of [source, keyedRequestPolicy({ escalation: source, languages })]) {
      const compiled = compilePolicy(each, { languages });
      if (compiled.ok && !policies.has(compiled.value.sha256))
        policies.set(compiled.value.sha256, compiled.value);
    }
  };
  for (const { type, dataJson } of entries) {
    if (type !== PolicyActivated.type || dataJson === '') continue;
    const { sourceJson, languages } = PolicyActivated.decode(Buffer.from(dataJson));
    const source = parsed(sourceJson);
    if (source) add(source, languages);
  }
  if (pack) add(pack.escalation, pack.languages);
  return policies;
}

function parsed(sourceJson: string): PolicySource | undefined {
  try {
    return JSON.parse(sourceJson) as PolicySource;
  } catch {
    return undefined;
  }
}

import { PolicyActivated } from '@baton/contracts';
import { canonicalJson } from '@baton/kernel';
import type { Pack } from '@baton/packs';
import { draft, type EventDraft } from '@baton/persistence';
import type { TurnPolicy } from './turn-policy.js';

/** The pack version that counts for a tenant's new conversations, as last announced. */
export interface ActivePolicy {
  readonly packSha256: string;
  readonly policySha256: string;
  /** How often a version was activated so far; the same one may come back. */
  readonly activations: number;
}

/** A pack version counts from now on. Undefined where it did before. */
export function activatePolicy(
  known: ActivePolicy | undefined,
  pack: Pack,
  { compiled }: TurnPolicy,
): { readonly state: ActivePolicy; readonly events: readonly EventDraft<unknown>[] } | undefined {
  if (known?.packSha256 === pack.sha256) return undefined;
  const state: ActivePolicy = {
    packSha256: pack.sha256,
    policySha256: compiled.sha256,
    activations: (known?.activations ?? 0) + 1,
  };
  const activated: PolicyActivated = {
    packName: pack.name,
    packSha256: pack.sha256,
    policyId: compiled.id,
    policyVersion: compiled.version,
    policySha256: compiled.sha256,
    previousPolicySha256: known?.policySha256 ?? '',
    sourceJson: canonicalJson(compiled.source),
    languages: [...pack.languages],
  };
  return { state, events: [draft(PolicyActivated, pack.name, activated)] };
}

import { BatonError, canonicalJson } from '@baton/kernel';
import { compilePolicy, policySha256 } from './compile-policy.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';
import type { PolicySource } from './policy-source.js';
import type { Signals } from './signals.js';

/** A decision with what it was made from. */
export interface RecordedDecision {
  readonly decision: Decision;
  readonly signals: Signals;
}

/** What came out when a recorded decision was derived again. */
export type Replay =
  | { readonly same: true; readonly decision: Decision }
  | {
      readonly same: false;
      /** The policy is not the one recorded, does not compile, or decides otherwise. */
      readonly why: 'other-policy' | 'policy-invalid' | 'other-decision';
      readonly recordedSha256: string;
      readonly policySha256: string;
      /** The decision derived now, where there is one. */
      readonly decision?: Decision;
      /** Fields of the decision that differ. */
      readonly differences: readonly string[];
    };

/** The bytes of a decision and its signals: canonical JSON in UTF-8, equal for equal values. */
export function encodeDecision(decision: Decision, signals: Signals): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ decision, signals }));
}

/** Reads what `encodeDecision` wrote. Throws BatonError `decision-unreadable`. */
export function decodeDecision(bytes: Uint8Array): RecordedDecision {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof value === 'object' && value !== null && 'decision' in value && 'signals' in value) {
      return value as RecordedDecision;
    }
  } catch (cause) {
    throw new BatonError('decision-unreadable', 'The recorded decision is not JSON in UTF-8.', { cause });
  }
  throw new BatonError('decision-unreadable', 'The recorded decision lacks "decision" or "signals".');
}

/**
 * Derives a recorded decision again and compares bytes. `recorded` is what `encodeDecision` wrote, or the same
 * as objects. Throws BatonError `decision-unreadable` where the bytes are not a recorded decision.
 */
export function replay(policySource: PolicySource, recorded: Uint8Array | RecordedDecision): Replay {
  const { decision: before, signals } = recorded instanceof Uint8Array ? decodeDecision(recorded) : recorded;
  const sha256 = policySha256(policySource);
  const differs = {
    same: false,
    recordedSha256: before.policySha256,
    policySha256: sha256,
    differences: [],
  } as const;
  const compiled = compilePolicy(policySource);
  if (!compiled.ok) return { ...differs, why: 'policy-invalid' };
  const decision = decide(compiled.value, signals);
  if (canonicalJson(decision) === canonicalJson(before)) return { same: true, decision };
  const why = before.policySha256 === sha256 ? 'other-decision' : 'other-policy';
  return { ...differs, why, decision, differences: differingFields(before, decision) };
}

function differingFields(before: Decision, after: Decision): string[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Decision>;
  return [...fields].filter((field) => canonicalJson(before[field]) !== canonicalJson(after[field])).sort();
}

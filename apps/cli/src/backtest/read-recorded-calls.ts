import type { RecordedCall, RecordedTurn } from '@baton/policy';
import type { AuditLogReader } from './audit-log.js';
import { decisionOf, recordedCall, recordedTurn } from './recorded-decision.js';

/** Everything the log of a tenant has of decisions. */
export interface RecordedCalls {
  readonly calls: readonly RecordedCall[];
  /** Decisions by the policy that made them. */
  readonly policies: readonly {
    readonly id: string;
    readonly version: number;
    readonly sha256: string;
    readonly decisions: number;
  }[];
}

/** Reads every recorded conversation of a tenant, oldest first. `onRead` is told how many entries have been read. */
export async function readRecordedCalls(
  log: AuditLogReader,
  tenant: string,
  onRead: (entries: number) => void = () => undefined,
): Promise<RecordedCalls> {
  const turnsOf = new Map<string, RecordedTurn[]>();
  const policies = new Map<string, { id: string; version: number; sha256: string; decisions: number }>();
  let read = 0;
  for await (const entries of log.read(tenant)) {
    for (const entry of entries) {
      const decision = decisionOf(entry);
      if (!decision) continue;
      const turns = turnsOf.get(entry.conversationId);
      if (turns) turns.push(recordedTurn(decision));
      else turnsOf.set(entry.conversationId, [recordedTurn(decision)]);
      const { policyId: id, policyVersion: version, policySha256: sha256 } = decision;
      const policy = policies.get(sha256) ?? { id, version, sha256, decisions: 0 };
      policy.decisions += 1;
      policies.set(sha256, policy);
    }
    read += entries.length;
    onRead(read);
  }
  return {
    calls: [...turnsOf].map(([id, turns]) => recordedCall(id, turns)),
    policies: [...policies.values()].sort((a, b) => b.decisions - a.decisions),
  };
}

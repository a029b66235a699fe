import type { AuditEntry } from '@baton/compliance-auditor';
import { priorityName, verdictName } from '@baton/client';
import { TurnDecided, type Decision } from '@baton/contracts';
import {
  completeSignals,
  type Outcome,
  type Priority,
  type RecordedCall,
  type RecordedTurn,
  type Verdict,
} from '@baton/policy';

/** The decision an entry of the audit log records; undefined for other events and for erased ones. */
export function decisionOf({ type, dataJson }: AuditEntry): Decision | undefined {
  if (type !== TurnDecided.type || dataJson === '') return undefined;
  return TurnDecided.decode(Buffer.from(dataJson)).decision;
}

/** A published decision as a comparison needs it. */
export function recordedTurn(decision: Decision): RecordedTurn {
  const { verdict, risk, reasons, skills, priority, matched, turnIndex, signals } = decision;
  const outcome: Outcome = {
    verdict: verdictName(verdict) as Verdict,
    risk,
    reasons,
    skills,
    priority: priorityName(priority) as Priority,
    rules: matched.map(({ ruleId }) => ruleId),
  };
  return { turnIndex, signals: completeSignals(signals).signals, outcome };
}

/** Decisions of one conversation, in log order, as a recording: of a turn that was corrected, the correction. */
export function recordedCall(id: string, turns: readonly RecordedTurn[]): RecordedCall {
  const standing = new Map(turns.map((turn) => [turn.turnIndex, turn]));
  return { id, turns: [...standing.values()].sort((a, b) => a.turnIndex - b.turnIndex) };
}

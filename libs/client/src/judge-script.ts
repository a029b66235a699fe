import type { CallScript } from '@baton/packs';
import type { PlayedEscalation, PlayedScript } from './played-script.js';

const priorities = ['low', 'normal', 'high', 'urgent'];

/** What did not come out as the script expects, in sentences; empty where all did. */
export function judgeScript({ expect }: CallScript, played: PlayedScript): string[] {
  if (!expect) return [];
  const { escalation } = played;
  if (!expect.shouldEscalate) {
    return escalation
      ? [`escalated at turn ${escalation.turnIndex} for ${list(escalation.reasons)}; it should not have`]
      : [];
  }
  if (!escalation) return [`did not escalate; expected by turn ${expect.byTurnIndex ?? 'the last'}`];
  const failures: string[] = [];
  const { turnIndex } = escalation;
  if (expect.notBeforeTurnIndex != null && turnIndex < expect.notBeforeTurnIndex) {
    failures.push(`escalated at turn ${turnIndex}, too early: not before ${expect.notBeforeTurnIndex}`);
  }
  if (expect.byTurnIndex != null && turnIndex > expect.byTurnIndex) {
    failures.push(`escalated at turn ${turnIndex}, too late: by ${expect.byTurnIndex}`);
  }
  return [...failures, ...judgeRouting(expect, escalation)];
}

function judgeRouting(expect: NonNullable<CallScript['expect']>, escalation: PlayedEscalation): string[] {
  const failures: string[] = [];
  if (noneOf(expect.reasonsAnyOf, escalation.reasons)) {
    failures.push(`reasons are ${list(escalation.reasons)}; expected any of ${list(expect.reasonsAnyOf)}`);
  }
  if (noneOf(expect.skillsAnyOf, escalation.skills)) {
    failures.push(`skills are ${list(escalation.skills)}; expected any of ${list(expect.skillsAnyOf)}`);
  }
  if (expect.language && expect.language !== escalation.language) {
    failures.push(`language is ${escalation.language}; expected ${expect.language}`);
  }
  if (
    expect.priority &&
    Math.abs(priorities.indexOf(expect.priority) - priorities.indexOf(escalation.priority)) > 1
  ) {
    failures.push(`priority is ${escalation.priority}; expected ${expect.priority} or one step away`);
  }
  return failures;
}

function noneOf(wanted: readonly string[] | null | undefined, got: readonly string[]): boolean {
  return wanted != null && wanted.length > 0 && !wanted.some((one) => got.includes(one));
}

function list(values: readonly string[] | null | undefined): string {
  return values && values.length > 0 ? values.join(', ') : 'none';
}

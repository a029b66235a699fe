import { OutcomeWrittenBack } from '@baton/contracts';
import { draft, type Decision } from '@baton/persistence';

/** What came of a handoff, on its way to the CRM. No personal data but the company's own customer id. */
export interface WriteBack {
  readonly conversationId: string;
  readonly handoffId: string;
  readonly outcome: string;
  readonly disposition: string;
  readonly agentId: string;
  readonly attempts: number;
  readonly done: boolean;
}

/** After this many attempts, some two days, it is given up and that is on record. */
export const maxAttempts = 16;

/** Pause before the next attempt: doubles from 2 s up to 6 h. */
export function pauseMs(attempts: number): number {
  return Math.min(21_600_000, 2_000 * 2 ** Math.max(0, attempts - 1));
}

/** Taken in, to be told at once. */
export function begun(
  about: Pick<WriteBack, 'conversationId' | 'handoffId' | 'outcome' | 'disposition' | 'agentId'>,
  now: number,
): Decision<WriteBack> {
  return { state: { ...about, attempts: 0, done: false }, events: [], deadlineAt: now };
}

/** The CRM answered an attempt: `failed` is why it did not take it. */
export function attempted(
  before: WriteBack | undefined,
  failed: string | undefined,
  now: number,
): Decision<WriteBack> | undefined {
  if (!before || before.done) return undefined;
  const attempts = before.attempts + 1;
  const givenUp = failed !== undefined && attempts >= maxAttempts;
  const state = { ...before, attempts, done: failed === undefined || givenUp };
  if (!state.done) return { state, events: [], deadlineAt: now + pauseMs(attempts) };
  const { conversationId, handoffId } = before;
  const told = { handoffId, written: !givenUp, attempts, reason: givenUp ? `crm-${failed}` : '' };
  return { state, events: [draft(OutcomeWrittenBack, conversationId, told)] };
}

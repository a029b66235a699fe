import type { CallRecord } from './call-record.js';

/**
 * What a replication says of a group of callers. Seconds and shares from 0 to 1; null where there is nothing to divide by.
 * Terms as the field uses them: service level = answered within the queue's seconds ÷ (answered + hung up later than that);
 * abandonment = hung up in the queue ÷ (answered + hung up), so callbacks are out of it; ASA over the answered; p90 wait over everyone who left the queue, whichever way.
 */
export interface GroupFigures {
  readonly arrived: number;
  readonly answered: number;
  readonly abandoned: number;
  /** Asked to be rung. */
  readonly callbacks: number;
  /** Rung instead of waiting any longer, or because nobody was there. */
  readonly rungInstead: number;
  readonly waitingAtEnd: number;
  readonly serviceLevel: number | null;
  readonly asaSeconds: number | null;
  readonly p90WaitSeconds: number | null;
  readonly abandonment: number | null;
  readonly skillMatch: number | null;
  readonly languageMatch: number | null;
  readonly skillAndLanguageMatch: number | null;
  readonly firstContactFit: number | null;
  readonly transferred: number | null;
  /** Mean time from the call to an agent who suits, or keeps them. */
  readonly rightPersonSeconds: number | null;
  /** Estimate announced on arrival − actual wait, over the answered: mean, mean size, and what 90 % stay below. */
  readonly expectedWaitErrorSeconds: number | null;
  readonly expectedWaitErrorSizeSeconds: number | null;
  readonly expectedWaitErrorP90Seconds: number | null;
}

/** Figures of these calls; `withinSeconds`: how soon a call of a queue is to be answered. */
export function groupFigures(
  calls: readonly CallRecord[],
  withinSeconds: (queue: string) => number,
): GroupFigures {
  const answered = calls.filter(({ outcome }) => outcome === 'answered');
  const abandoned = calls.filter(({ outcome }) => outcome === 'abandoned');
  const count = (outcome: CallRecord['outcome']) => calls.filter((call) => call.outcome === outcome).length;
  const inTime = ({ waitMs, queue }: CallRecord) => waitMs <= withinSeconds(queue) * 1000;
  const left = calls.filter(({ outcome }) => outcome !== 'waiting').map(({ waitMs }) => waitMs / 1000);
  const errors = answered.map(({ expectedWaitSeconds, waitMs }) => expectedWaitSeconds - waitMs / 1000);
  const shareOfAnswered = (is: (call: CallRecord) => boolean) =>
    share(answered.filter(is).length, answered.length);
  return {
    arrived: calls.length,
    answered: answered.length,
    abandoned: abandoned.length,
    callbacks: count('callback'),
    rungInstead: count('rung-instead'),
    waitingAtEnd: count('waiting'),
    serviceLevel: share(
      answered.filter(inTime).length,
      answered.length + abandoned.filter((call) => !inTime(call)).length,
    ),
    asaSeconds: mean(answered.map(({ waitMs }) => waitMs / 1000)),
    p90WaitSeconds: percentile(left, 0.9),
    abandonment: share(abandoned.length, answered.length + abandoned.length),
    skillMatch: shareOfAnswered(({ fit }) => fit!.skill),
    languageMatch: shareOfAnswered(({ fit }) => fit!.language),
    skillAndLanguageMatch: shareOfAnswered(({ fit }) => fit!.skill && fit!.language),
    firstContactFit: shareOfAnswered(({ fit }) => fit!.firstContact),
    transferred: shareOfAnswered(({ transferred }) => transferred),
    rightPersonSeconds: mean(
      calls.flatMap(({ rightPersonMs }) => (rightPersonMs === undefined ? [] : [rightPersonMs / 1000])),
    ),
    expectedWaitErrorSeconds: mean(errors),
    expectedWaitErrorSizeSeconds: mean(errors.map(Math.abs)),
    expectedWaitErrorP90Seconds: percentile(errors, 0.9),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function mean(values: readonly number[]): number | null {
  return share(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}

/** The smallest value that so large a share does not exceed (nearest rank). */
function percentile(values: readonly number[], part: number): number | null {
  if (values.length === 0) return null;
  return Float64Array.from(values).sort()[Math.ceil(part * values.length) - 1]!;
}

/** What a wait is estimated from. */
export interface WaitInput {
  /** 1 for the next in line. */
  readonly position: number;
  /** Agents working on this queue, busy or free. */
  readonly agentsServing: number;
  /** Mean handle time including wrap-up. */
  readonly averageHandleSeconds: number;
}

/**
 * Expected seconds until this position is answered while all agents are busy: `position × AHT ÷ agents`, the mean of
 * the position-th completion of memoryless services (M/M/c). Undefined where nobody serves the queue, since no
 * number would be honest. Positions below 1 wait 0.
 */
export function estimateWait({
  position,
  agentsServing,
  averageHandleSeconds,
}: WaitInput): number | undefined {
  if (!(agentsServing > 0)) return undefined;
  return (Math.max(0, position) * Math.max(0, averageHandleSeconds)) / agentsServing;
}

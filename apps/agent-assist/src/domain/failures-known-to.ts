import type { Decision } from '@baton/contracts';

/** How often the bot misunderstood by the time of a decision, as its signals say; 0 where they do not. */
export function failuresKnownTo(decision: Decision | undefined): number {
  const misunderstanding: unknown = decision?.signals?.['misunderstanding'];
  if (typeof misunderstanding !== 'object' || misunderstanding === null) return 0;
  const count: unknown = 'count' in misunderstanding ? misunderstanding.count : 0;
  return typeof count === 'number' ? count : 0;
}

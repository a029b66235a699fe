/** Talking or about to: what comes after the agent said yes and before they are free again. */
const takenStates: ReadonlySet<string> = new Set([
  'accepted',
  'briefing',
  'consulting',
  'bridged',
  'wrap-up',
]);

/** The agent said yes and is not done. */
export function isTaken(state: string): boolean {
  return takenStates.has(state);
}

/** The agent has it on their screen. */
export function isWithAgent(state: string): boolean {
  return state === 'offered' || isTaken(state);
}

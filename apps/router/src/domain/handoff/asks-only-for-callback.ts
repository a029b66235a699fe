/**
 * Whether the caller wants nothing but to be rung later, so that making them wait in a queue would be the wrong answer.
 * A wish for a person beside it is the same wish; any other reason, a fraud say, cannot wait.
 */
export function asksOnlyForCallback(reasons: readonly string[]): boolean {
  return (
    reasons.includes('callback-request') &&
    reasons.every((reason) => reason === 'callback-request' || reason === 'human-request')
  );
}

/**
 * Every error Baton throws: a stable code to act on, one sentence on what happened, and its cause.
 * The message never carries personal data.
 */
export class BatonError extends Error {
  /** Stable, kebab-case, documented where it is defined. */
  readonly code: string;
  /** Whether trying the same thing again later may succeed. */
  readonly retriable: boolean;

  constructor(code: string, message: string, options: { cause?: unknown; retriable?: boolean } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retriable = options.retriable ?? false;
  }
}

/** The code of any thrown value: its own if it has one, else `unknown`. */
export function errorCode(thrown: unknown): string {
  if (thrown instanceof BatonError) return thrown.code;
  if (thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string') return thrown.code;
  return 'unknown';
}

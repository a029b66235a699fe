import { BatonError } from '@baton/kernel';

/** The store cannot be reached or refused the write; the same call may succeed later. Code `store-unavailable`. */
export function storeUnavailable(message: string, cause?: unknown): BatonError {
  return new BatonError('store-unavailable', message, { cause, retriable: true });
}

/** Another document already holds the values of a unique index. Code `unique-violation`. */
export function uniqueViolation(collection: string, cause?: unknown): BatonError {
  return new BatonError(
    'unique-violation',
    `Another document of ${collection} holds the same unique values.`,
    {
      cause,
    },
  );
}

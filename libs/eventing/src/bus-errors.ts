import { BatonError } from '@baton/kernel';

/** `bus-unavailable`: the log cannot be reached or written now. Retriable. */
export function busUnavailable(what: string, cause?: unknown): BatonError {
  return new BatonError('bus-unavailable', what, { cause, retriable: true });
}

/** `unknown-topic`: nobody created it. Retrying does not help; `ensureTopics` does. */
export function unknownTopic(topic: string): BatonError {
  return new BatonError('unknown-topic', `There is no topic ${topic}; create it with ensureTopics.`);
}

/** `record-too-large`: a broker would refuse it for ever. */
export function recordTooLarge(topic: string, bytes: number, limit: number): BatonError {
  return new BatonError(
    'record-too-large',
    `A record for ${topic} has ${bytes} bytes; the limit is ${limit}.`,
  );
}

import { BatonError } from '@baton/kernel';
import { busUnavailable } from '../bus-errors.js';

/** What kafkajs calls the failure, from the innermost cause: a protocol error's type, else the error's name. */
export function kafkaErrorType(thrown: unknown): string {
  let type = 'unknown';
  let current = thrown;
  for (let depth = 0; depth < 8 && current instanceof Error; depth += 1) {
    type = 'type' in current && typeof current.type === 'string' ? current.type : current.name;
    current = current.cause;
  }
  return type;
}

/** Whether the broker does not know the topic, or not yet. */
export function saysUnknownTopic(thrown: unknown): boolean {
  return kafkaErrorType(thrown) === 'UNKNOWN_TOPIC_OR_PARTITION';
}

const TOO_LARGE = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE']);

/** The `BatonError` of a publish that kafkajs gave up. */
export function publishFailure(thrown: unknown): BatonError {
  const type = kafkaErrorType(thrown);
  if (TOO_LARGE.has(type)) {
    return new BatonError('record-too-large', 'The broker refused a record for its size.', { cause: thrown });
  }
  return busUnavailable(`Kafka did not take the records (${type}).`, thrown);
}

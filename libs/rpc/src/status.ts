import { status } from '@grpc/grpc-js';
import { BatonError } from '@baton/kernel';

/** Which gRPC status says what a Baton error code means. What is not listed is INTERNAL. */
const statusByCode: Readonly<Record<string, status>> = {
  'invalid-argument': status.INVALID_ARGUMENT,
  'not-found': status.NOT_FOUND,
  'offer-gone': status.FAILED_PRECONDITION,
  'wrong-state': status.FAILED_PRECONDITION,
  'no-lease': status.FAILED_PRECONDITION,
  'on-hold': status.FAILED_PRECONDITION,
  'conversation-ended': status.FAILED_PRECONDITION,
  'too-large': status.INVALID_ARGUMENT,
  'unknown-channel': status.INVALID_ARGUMENT,
  'link-invalid': status.PERMISSION_DENIED,
  'link-expired': status.PERMISSION_DENIED,
  'link-used': status.PERMISSION_DENIED,
  'not-verified': status.PERMISSION_DENIED,
  'identity-conflict': status.FAILED_PRECONDITION,
  'legal-hold': status.FAILED_PRECONDITION,
  'customer-erased': status.FAILED_PRECONDITION,
  'too-many-moves': status.FAILED_PRECONDITION,
  overloaded: status.RESOURCE_EXHAUSTED,
  'too-many-conflicts': status.ABORTED,
  'bus-unavailable': status.UNAVAILABLE,
  'store-unavailable': status.UNAVAILABLE,
};

/** Metadata key that carries the Baton code beside the coarse gRPC status. */
export const errorCodeHeader = 'baton-error-code';

export function statusOf(code: string): status {
  return statusByCode[code] ?? status.INTERNAL;
}

/** What a client throws for a failed call: the code the server gave, else one made from the gRPC status. */
export function fromServiceError(
  method: string,
  error: { code: number; details: string; metadata: { get(key: string): unknown[] } },
): BatonError {
  const [named] = error.metadata.get(errorCodeHeader);
  const unreachable = error.code === status.UNAVAILABLE || error.code === status.DEADLINE_EXCEEDED;
  const code = typeof named === 'string' ? named : unreachable ? 'peer-unavailable' : 'rpc-failed';
  return new BatonError(
    code,
    named ? error.details : `${method} failed: ${status[error.code] ?? error.code}`,
    {
      cause: error,
      retriable: unreachable || error.code === status.ABORTED,
    },
  );
}

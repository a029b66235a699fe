import { Metadata, type CallOptions, type ServiceError } from '@grpc/grpc-js';
import { context, propagation } from '@opentelemetry/api';
import { fromServiceError } from './status.js';

/** The overload of a generated client method that Baton uses. */
type UnaryMethod<Request, Response> = (
  request: Request,
  metadata: Metadata,
  options: Partial<CallOptions>,
  callback: (error: ServiceError | null, response: Response) => void,
) => unknown;

/** How long a question to a peer may take, in ms, unless the caller says otherwise. */
export const defaultDeadlineMs = 2_000;

/**
 * One question to a peer with a deadline and the trace of the caller.
 * Rejects with `BatonError`: the peer's own code, or `peer-unavailable` where it could not be reached in time.
 */
export function unary<Request, Response>(
  client: object,
  method: UnaryMethod<Request, Response>,
  request: Request,
  deadlineMs: number = defaultDeadlineMs,
): Promise<Response> {
  const metadata = new Metadata();
  propagation.inject(context.active(), metadata, { set: (carrier, key, value) => carrier.set(key, value) });
  return new Promise((resolve, reject) => {
    method.call(client, request, metadata, { deadline: Date.now() + deadlineMs }, (error, response) => {
      if (error) reject(fromServiceError(method.name || 'The request', error));
      else resolve(response);
    });
  });
}

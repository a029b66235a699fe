import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';

/** Does work that belongs to a call although something else led to it: a deadline, or an agent who became free. */
export function inTraceOf<T>(traceparent: string | undefined, work: () => T): T {
  const parent =
    traceparent === undefined ? ROOT_CONTEXT : propagation.extract(ROOT_CONTEXT, { traceparent });
  return context.with(parent, work);
}

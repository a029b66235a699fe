import { context, propagation, ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';
import { currentTraceparent } from '@baton/eventing';

/**
 * One call is one trace: it begins with the start command, and every turn continues it, whoever sends the turn. `work` gets the
 * `traceparent` to keep with the call.
 */
export function inCallTrace<T>(
  name: string,
  callTraceparent: string | undefined,
  work: (traceparent: string | undefined) => Promise<T>,
): Promise<T> {
  const parent =
    callTraceparent === undefined
      ? outerContext()
      : propagation.extract(ROOT_CONTEXT, { traceparent: callTraceparent });
  const span = trace
    .getTracer('baton.gateway')
    .startSpan(`speech-gateway ${name}`, { attributes: { 'baton.service': 'speech-gateway' } }, parent);
  return context.with(trace.setSpan(parent, span), async () => {
    try {
      return await work(currentTraceparent());
    } finally {
      span.end();
    }
  });
}

/** The trace of whoever starts the call, if they have one. */
function outerContext(): Context {
  return trace.getSpan(context.active()) ? context.active() : ROOT_CONTEXT;
}

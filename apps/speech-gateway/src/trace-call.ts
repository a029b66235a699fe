import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';

/** Begins the one trace a call is. Everything that follows from it continues it over bus and gRPC. */
export function inRootSpan<T>(work: () => Promise<T>): Promise<T> {
  const active = trace.getSpan(context.active());
  if (active) return work();
  const span = trace
    .getTracer('baton.gateway')
    .startSpan('speech-gateway call', { attributes: { 'baton.service': 'speech-gateway' } }, ROOT_CONTEXT);
  return context.with(trace.setSpan(ROOT_CONTEXT, span), async () => {
    try {
      return await work();
    } finally {
      span.end();
    }
  });
}

import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-base';

/** Keeps every finished span of this process. */
export function keepSpans(): { readonly processor: SimpleSpanProcessor; finished(): ReadableSpan[] } {
  const exporter = new InMemorySpanExporter();
  return { processor: new SimpleSpanProcessor(exporter), finished: () => exporter.getFinishedSpans() };
}

/** Every span of Baton begins with the service it ran in. */
export function serviceOf({ name }: ReadableSpan): string {
  return name.split(' ')[0] ?? '';
}

/** Which service's work caused which service's, as `speech-gateway -> dialog process TurnRecorded`. */
export function edgesOf(spans: readonly ReadableSpan[]): Set<string> {
  const byId = new Map(spans.map((span) => [span.spanContext().spanId, span]));
  const edges = new Set<string>();
  for (const span of spans) {
    const parent = byId.get(span.parentSpanContext?.spanId ?? '');
    if (parent) edges.add(`${serviceOf(parent)} -> ${span.name}`);
  }
  return edges;
}

/** Everything a span says, as one text. */
export function textOf({ name, attributes, events, links, status, resource }: ReadableSpan): string {
  return JSON.stringify([
    name,
    attributes,
    events,
    links.map(({ attributes: a }) => a),
    status,
    resource.attributes,
  ]);
}

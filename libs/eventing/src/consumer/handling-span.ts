import {
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanContext,
} from '@opentelemetry/api';
import { errorCode } from '@baton/kernel';
import type { EventMeta } from '../envelope.js';
import type { DeliveredRecord } from '../event-bus.js';
import { formatTraceparent, parseTraceparent, whileHandling } from '../trace-context.js';

const tracer = trace.getTracer('@baton/eventing');

/** Names one piece of handling in a trace: OpenTelemetry's messaging conventions, no key, no data. */
export interface SpanSubject {
  readonly service: string;
  readonly system: string;
  readonly meta: EventMeta;
  readonly record: DeliveredRecord;
}

/**
 * Runs `work` in a consumer span that continues the event's `traceparent`, as the current cause. A trace nobody records (its flag says
 * so) costs next to nothing: the incoming `traceparent` is what goes on.
 */
export function inHandlingSpan(subject: SpanSubject, work: () => Promise<void>): Promise<void> {
  const { meta } = subject;
  if (meta.traceparent !== undefined && UNSAMPLED.test(meta.traceparent)) {
    return whileHandling(meta, meta.traceparent, work);
  }
  return inSpan(subject, work);
}

/** Spans for events that are handled together; the function returned ends them, as failed where it is given what was thrown. */
export function startHandlingSpans(
  subjects: readonly SpanSubject[],
): (failure?: { thrown: unknown }) => void {
  const spans = subjects.flatMap((subject) => {
    const { traceparent } = subject.meta;
    if (traceparent === undefined || UNSAMPLED.test(traceparent)) return [];
    return [startSpan(subject, parseTraceparent(traceparent)).span];
  });
  return (failure) => {
    for (const span of spans) end(span, failure);
  };
}

/** A valid traceparent whose sampled flag is off. */
const UNSAMPLED = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f][02468ace]$/;

function startSpan(subject: SpanSubject, remote: SpanContext | undefined): { span: Span; parent: Context } {
  const parent = remote === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote);
  const span = tracer.startSpan(
    `${subject.service} process ${shortName(subject.meta.type)}`,
    { kind: SpanKind.CONSUMER, attributes: attributesOf(subject) },
    parent,
  );
  return { span, parent };
}

function end(span: Span, failure: { readonly thrown: unknown } | undefined): void {
  if (failure !== undefined) {
    span.setAttribute('error.type', errorCode(failure.thrown));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}

async function inSpan(subject: SpanSubject, work: () => Promise<void>): Promise<void> {
  const { meta } = subject;
  const remote = meta.traceparent === undefined ? undefined : parseTraceparent(meta.traceparent);
  const { span, parent } = startSpan(subject, remote);
  if (!span.isRecording()) return whileHandling(meta, continuation(span, meta, remote), work);
  let failure: { readonly thrown: unknown } | undefined;
  try {
    await whileHandling(meta, formatTraceparent(span.spanContext()), () =>
      context.with(trace.setSpan(parent, span), work),
    );
  } catch (thrown) {
    failure = { thrown };
    throw thrown;
  } finally {
    end(span, failure);
  }
}

/** Without an SDK the span is the remote one again; sampled out, it may still be a new one that others must continue. */
function continuation(span: Span, meta: EventMeta, remote: SpanContext | undefined): string | undefined {
  const own = span.spanContext();
  return isSpanContextValid(own) && own.spanId !== remote?.spanId ? formatTraceparent(own) : meta.traceparent;
}

function shortName(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}

function attributesOf({ service, system, meta, record }: SpanSubject): Attributes {
  return {
    'messaging.system': system,
    'messaging.operation.name': 'process',
    'messaging.operation.type': 'process',
    'messaging.destination.name': record.topic,
    'messaging.destination.partition.id': String(record.partition),
    'messaging.consumer.group.name': service,
    'messaging.message.id': meta.id,
    'messaging.kafka.offset': Number(record.offset),
    'cloudevents.event_type': meta.type,
  };
}

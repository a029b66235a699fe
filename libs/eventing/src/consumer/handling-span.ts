import {
  context,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
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
 * Runs `work` in a consumer span that continues the event's `traceparent`, as the current cause. Without a tracing SDK it costs
 * next to nothing, and the incoming `traceparent` is what goes on.
 */
export async function inHandlingSpan(subject: SpanSubject, work: () => Promise<void>): Promise<void> {
  const { service, meta } = subject;
  const remote = meta.traceparent === undefined ? undefined : parseTraceparent(meta.traceparent);
  const parent = remote === undefined ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, remote);
  const span = tracer.startSpan(
    `${service} process ${shortName(meta.type)}`,
    { kind: SpanKind.CONSUMER, attributes: attributesOf(subject) },
    parent,
  );
  if (!span.isRecording()) return whileHandling(meta, continuation(span, meta, remote), work);
  try {
    await whileHandling(meta, formatTraceparent(span.spanContext()), () =>
      context.with(trace.setSpan(parent, span), work),
    );
  } catch (thrown) {
    span.setAttribute('error.type', errorCode(thrown));
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw thrown;
  } finally {
    span.end();
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

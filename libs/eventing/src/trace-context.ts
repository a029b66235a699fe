import { AsyncLocalStorage } from 'node:async_hooks';
import { context, isSpanContextValid, trace, type SpanContext } from '@opentelemetry/api';
import type { EventMeta } from './envelope.js';

interface Handling {
  readonly cause: EventMeta;
  readonly traceparent: string | undefined;
}

/**
 * What is being handled right now. OpenTelemetry keeps its own context only where an SDK is installed; this one also
 * works without, so that a trace started outside passes through Baton unbroken.
 */
const handling = new AsyncLocalStorage<Handling>();

/** Runs `work` as the handling of `cause`; what it publishes continues `traceparent`. */
export function whileHandling<R>(cause: EventMeta, traceparent: string | undefined, work: () => R): R {
  return handling.run({ cause, traceparent }, work);
}

/** The event whose handler is running, if one is. */
export function currentCause(): EventMeta | undefined {
  return handling.getStore()?.cause;
}

/** `traceparent` for whatever leaves this process now: the active span, else the one of the event being handled. */
export function currentTraceparent(): string | undefined {
  const active = trace.getSpanContext(context.active());
  if (active !== undefined && isSpanContextValid(active)) return formatTraceparent(active);
  return handling.getStore()?.traceparent;
}

/** Version 00 of the W3C Trace Context header. */
export function formatTraceparent(span: SpanContext): string {
  return `00-${span.traceId}-${span.spanId}-${(span.traceFlags & 0xff).toString(16).padStart(2, '0')}`;
}

const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;

/** The span a `traceparent` names, or undefined where it is malformed or all zero (W3C Trace Context §3.2). */
export function parseTraceparent(traceparent: string): SpanContext | undefined {
  const match = TRACEPARENT.exec(traceparent);
  if (match === null) return undefined;
  const [, traceId = '', spanId = '', flags = '00'] = match;
  const span = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(span) ? span : undefined;
}

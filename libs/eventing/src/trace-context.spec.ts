import { SpanKind, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { setTimeout as pause } from 'node:timers/promises';
import { BatonError } from '@baton/kernel';
import { inHandlingSpan, type SpanSubject } from './consumer/handling-span.js';
import { step, StepTaken } from './consumer/test-events.js';
import { encodeEvent } from './encode-event.js';
import type { EventMeta } from './envelope.js';
import { currentCause, currentTraceparent, formatTraceparent, parseTraceparent } from './trace-context.js';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const INCOMING = `00-${TRACE_ID}-b7ad6b7169203331-01`;
const META: EventMeta = {
  id: 'e-1',
  type: StepTaken.type,
  source: '/baton/test',
  time: 1_000,
  subject: 'c-1',
  tenantId: 'bank',
  correlationId: 'c-1',
  traceparent: INCOMING,
};
const subject = (meta: EventMeta = META): SpanSubject => ({
  service: 'router',
  system: 'kafka',
  meta,
  record: { ...step('c-1', 1), partition: 3, offset: '42' },
});
const published = () =>
  encodeEvent(StepTaken, { ...META, id: 'e-2', traceparent: undefined as never }, { n: 2 });

describe('traceparent', () => {
  it.each([
    '',
    'x',
    `ff-${TRACE_ID}-b7ad6b7169203331-01`,
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    `00-${TRACE_ID}-${'0'.repeat(16)}-01`,
    `00-${TRACE_ID.toUpperCase()}-b7ad6b7169203331-01`,
  ])('is not %j', (malformed) => {
    expect(parseTraceparent(malformed)).toBeUndefined();
  });
  it('is written as it was read', () => {
    expect(formatTraceparent(parseTraceparent(INCOMING)!)).toBe(INCOMING);
  });
});

describe('handling an event', () => {
  describe('without a tracing SDK', () => {
    it('passes the incoming traceparent on unchanged, also after waiting', async () => {
      await inHandlingSpan(subject(), async () => {
        await pause(1);
        expect(currentTraceparent()).toBe(INCOMING);
        expect(currentCause()).toBe(META);
        expect(published().headers['traceparent']).toBe(INCOMING);
      });
      expect(currentTraceparent()).toBeUndefined();
      expect(currentCause()).toBeUndefined();
    });

    it('adds none where none came in', async () => {
      const { traceparent: _, ...meta } = META;
      await inHandlingSpan(subject(meta), async () => {
        expect(published().headers['traceparent']).toBeUndefined();
      });
    });
  });

  describe('with a tracing SDK', () => {
    const exporter = new InMemorySpanExporter();
    const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
    beforeAll(() => provider.register());
    beforeEach(() => exporter.reset());
    afterAll(() => provider.shutdown());

    it('is a consumer span of the incoming trace, and what it publishes continues it', async () => {
      let outgoing: string | undefined;
      await inHandlingSpan(subject(), async () => {
        await pause(1);
        outgoing = published().headers['traceparent'];
      });
      const [span] = exporter.getFinishedSpans();
      expect(span).toMatchObject({ name: 'router process StepTaken', kind: SpanKind.CONSUMER });
      expect(span!.parentSpanContext?.spanId).toBe('b7ad6b7169203331');
      expect(span!.spanContext().traceId).toBe(TRACE_ID);
      expect(outgoing).toBe(`00-${TRACE_ID}-${span!.spanContext().spanId}-01`);
      expect(span!.attributes).toMatchObject({
        'messaging.system': 'kafka',
        'messaging.operation.type': 'process',
        'messaging.destination.name': 'baton.test.v1',
        'messaging.destination.partition.id': '3',
        'messaging.consumer.group.name': 'router',
        'messaging.message.id': 'e-1',
      });
    });

    it('takes the span that is active in the handler', async () => {
      await inHandlingSpan(subject(), () =>
        trace.getTracer('test').startActiveSpan('inner', async (inner) => {
          expect(published().headers['traceparent']).toBe(formatTraceparent(inner.spanContext()));
          inner.end();
        }),
      );
    });

    it('says the code of a failure and nothing else about it', async () => {
      const failing = inHandlingSpan(subject(), async () => {
        throw new BatonError('bad-state', 'jane@example.org');
      });
      await expect(failing).rejects.toThrow('jane');
      const [span] = exporter.getFinishedSpans();
      expect(span!.attributes['error.type']).toBe('bad-state');
      expect(JSON.stringify([span!.status, span!.events, span!.attributes])).not.toContain('jane');
    });
  });
});

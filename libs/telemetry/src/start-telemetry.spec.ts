import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { context, propagation, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { count, metricDefinitions, observe, tally } from './metrics.js';
import { startTelemetry, type Telemetry } from './start-telemetry.js';

async function scrape(telemetry: Telemetry): Promise<string> {
  const server = createServer((request, response) => telemetry.serveMetrics(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    return await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  } finally {
    server.close();
  }
}

describe('the metrics of a process', () => {
  it('are answered in the Prometheus text format under their declared names', async () => {
    const telemetry = startTelemetry({ process: 'baton-test' });
    count('baton.decisions', { tenant: 'bank', verdict: 'escalate' });
    count('baton.decisions', { tenant: 'bank', verdict: 'escalate' }, 2);
    observe('baton.decision.latency', 12, { tenant: 'bank' });
    const handled = tally('baton.events.handled', { service: 'router', type: 'T' });
    handled();
    handled(4);
    tally('baton.events.handled', { service: 'router', type: 'T' })();
    tally('baton.events.handled', { service: 'dialog', type: 'T' })();
    const text = await scrape(telemetry);
    await telemetry.stop();
    expect(text).toMatch(/^baton_decisions_total\{[^}]*verdict="escalate"[^}]*\} 3$/m);
    expect(text).toMatch(/^baton_events_handled_total\{[^}]*service="router"[^}]*\} 6$/m);
    expect(text).toMatch(/^baton_events_handled_total\{[^}]*service="dialog"[^}]*\} 1$/m);
    expect(text).toMatch(/^baton_decision_latency_count\{[^}]*tenant="bank"[^}]*\} 1$/m);
  });

  it.each(Object.entries(metricDefinitions))('%s says what it counts', (name, { doc }) => {
    expect(name).toMatch(/^baton(\.[a-z_]+)+$/);
    expect(doc).toMatch(/^[A-Z].*\.$/);
  });
});

describe('the traces of a process', () => {
  it('go where they are wanted', async () => {
    const exporter = new InMemorySpanExporter();
    const telemetry = startTelemetry({
      process: 'baton-test',
      spanProcessors: [new SimpleSpanProcessor(exporter)],
    });
    trace.getTracer('test').startSpan('a turn').end();
    expect(exporter.getFinishedSpans().map(({ name }) => name)).toEqual(['a turn']);
    await telemetry.stop();
  });

  it('have ids that travel even where nobody keeps them', async () => {
    const telemetry = startTelemetry({ process: 'baton-test' });
    const span = trace.getTracer('test').startSpan('a turn');
    const carrier: Record<string, string> = {};
    propagation.inject(trace.setSpan(context.active(), span), carrier);
    expect(span.isRecording()).toBe(false);
    expect(carrier['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    await telemetry.stop();
  });
});

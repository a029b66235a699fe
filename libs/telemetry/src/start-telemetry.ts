import { metrics, trace } from '@opentelemetry/api';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider } from '@opentelemetry/sdk-metrics';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type SpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface TelemetryOptions {
  /** `service.name` of the process. */
  readonly process: string;
  /** OTLP over HTTP; absent: trace ids still travel, nothing is exported. */
  readonly otlpEndpoint?: string;
  /** Extra destinations, e.g. an in-memory one in a test. */
  readonly spanProcessors?: readonly SpanProcessor[];
}

export interface Telemetry {
  /** Answers `/metrics` in the Prometheus text format. */
  serveMetrics(request: IncomingMessage, response: ServerResponse): void;
  /** Flushes and stops. */
  stop(): Promise<void>;
}

/** Starts tracing and metrics for this process. Once per process. */
export function startTelemetry(options: TelemetryOptions): Telemetry {
  const resource = resourceFromAttributes({ 'service.name': options.process });
  const spanProcessors = [...(options.spanProcessors ?? [])];
  if (options.otlpEndpoint) {
    spanProcessors.push(
      new BatchSpanProcessor(
        new OTLPTraceExporter({ url: `${options.otlpEndpoint.replace(/\/$/, '')}/v1/traces` }),
      ),
    );
  }
  // Without a destination spans are not recorded, but every event still carries a trace id to search logs by.
  const root = spanProcessors.length > 0 ? new AlwaysOnSampler() : new AlwaysOffSampler();
  const tracerProvider = new NodeTracerProvider({
    resource,
    sampler: new ParentBasedSampler({ root }),
    spanProcessors,
  });
  tracerProvider.register();
  const exporter = new PrometheusExporter({ preventServerStart: true });
  const meterProvider = new MeterProvider({ resource, readers: [exporter] });
  metrics.setGlobalMeterProvider(meterProvider);
  return {
    serveMetrics: (request, response) => exporter.getMetricsRequestHandler(request, response),
    stop: async () => {
      await Promise.allSettled([tracerProvider.shutdown(), meterProvider.shutdown()]);
      trace.disable();
      metrics.disable();
    },
  };
}

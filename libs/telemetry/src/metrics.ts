import { metrics, type Counter, type Histogram } from '@opentelemetry/api';

/** Every metric of Baton, declared before use. Labels never carry ids or personal data. */
export const metricDefinitions = {
  'baton.events.handled': {
    kind: 'counter',
    unit: '{event}',
    doc: 'Events a service handled, by service and type.',
  },
  'baton.events.dead_lettered': {
    kind: 'counter',
    unit: '{event}',
    doc: 'Events given up on, by service, type and code.',
  },
  'baton.decision.latency': {
    kind: 'histogram',
    unit: 'ms',
    doc: 'Final transcript to decision at the gateway, by tenant.',
  },
  'baton.gate.expired': {
    kind: 'counter',
    unit: '{turn}',
    doc: 'Turns where the bot spoke before its decision, by tenant.',
  },
  'baton.decisions': { kind: 'counter', unit: '{decision}', doc: 'Decisions by tenant and verdict.' },
  'baton.handoffs': { kind: 'counter', unit: '{handoff}', doc: 'Handoffs by tenant and final state.' },
  'baton.time_to_human': {
    kind: 'histogram',
    unit: 'ms',
    doc: 'Request for a person to caller and human talking, by tenant.',
  },
  'baton.calls.live': {
    kind: 'counter',
    unit: '{call}',
    doc: 'Calls started and ended, by tenant and change.',
  },
  'baton.speech.dropped': {
    kind: 'counter',
    unit: '{sentence}',
    doc: 'Bot sentences dropped after the lease moved.',
  },
  'baton.audit.entries': {
    kind: 'counter',
    unit: '{entry}',
    doc: 'Entries appended to the audit log, by tenant.',
  },
} as const;

export type MetricName = keyof typeof metricDefinitions;
type Labels = Readonly<Record<string, string>>;

const meter = () => metrics.getMeter('baton');
const counters = new Map<MetricName, Counter>();
const histograms = new Map<MetricName, Histogram>();

/** Adds to a counter. */
export function count(name: MetricName, labels: Labels, by = 1): void {
  let counter = counters.get(name);
  if (!counter) {
    const { unit, doc } = metricDefinitions[name];
    counter = meter().createCounter(name, { unit, description: doc });
    counters.set(name, counter);
  }
  counter.add(by, labels);
}

/** Records one value, in the metric's unit. */
export function observe(name: MetricName, value: number, labels: Labels): void {
  let histogram = histograms.get(name);
  if (!histogram) {
    const { unit, doc } = metricDefinitions[name];
    histogram = meter().createHistogram(name, { unit, description: doc });
    histograms.set(name, histogram);
  }
  histogram.record(value, labels);
}

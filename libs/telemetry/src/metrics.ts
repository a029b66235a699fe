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
  'baton.decision.failed_rules': {
    kind: 'counter',
    unit: '{rule}',
    doc: 'Rules that could not be evaluated in a decision, by tenant and rule.',
  },
  'baton.pack.changes': {
    kind: 'counter',
    unit: '{change}',
    doc: 'Changed packs, by tenant and whether they were taken or refused.',
  },
  'baton.handoffs': { kind: 'counter', unit: '{handoff}', doc: 'Handoffs by tenant and final state.' },
  'baton.time_to_human': {
    kind: 'histogram',
    unit: 'ms',
    doc: 'Request for a person to caller and human talking, by tenant.',
  },
  'baton.prewarm': {
    kind: 'counter',
    unit: '{agent}',
    doc: 'Agents held in advance and what became of it (held, used, taken, fell, expired, ended), by tenant and result.',
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
  'baton.messages.sent': {
    kind: 'counter',
    unit: '{message}',
    doc: 'Messages to customers, by tenant, channel and outcome.',
  },
  'baton.messages.received': {
    kind: 'counter',
    unit: '{message}',
    doc: 'Messages of customers, by tenant, channel and outcome.',
  },
  'baton.crm.asked': {
    kind: 'counter',
    unit: '{question}',
    doc: 'Questions to a CRM, by tenant and outcome.',
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

interface Tally {
  readonly labels: Labels;
  total: number;
}
const tallies = new Map<MetricName, Map<string, Tally>>();

/**
 * A counter for one set of labels that costs an addition: for what is counted thousands of times a second. A metric is counted with
 * `count` or with tallies, not with both.
 */
export function tally(name: MetricName, labels: Labels): (by?: number) => void {
  const ofName = tallies.get(name) ?? startTallies(name);
  const key = JSON.stringify(labels);
  const known = ofName.get(key) ?? { labels, total: 0 };
  ofName.set(key, known);
  return (by = 1) => {
    known.total += by;
  };
}

function startTallies(name: MetricName): Map<string, Tally> {
  const ofName = new Map<string, Tally>();
  tallies.set(name, ofName);
  const { unit, doc } = metricDefinitions[name];
  const counter = meter().createObservableCounter(name, { unit, description: doc });
  counter.addCallback((result) => {
    for (const { total, labels } of ofName.values()) if (total > 0) result.observe(total, labels);
  });
  return ofName;
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

import { parseArgs } from 'node:util';
import { audit } from './bench/audit.bench.js';
import { backtest } from './bench/backtest.bench.js';
import { chaos } from './bench/chaos.bench.js';
import { decide } from './bench/decide.bench.js';
import type { Benchmark } from './bench/benchmark.js';
import { decisionLatency } from './bench/decision-latency.bench.js';
import { machine } from './bench/machine.js';
import { match } from './bench/match.bench.js';
import { start } from './bench/start.bench.js';
import { timeToHuman } from './bench/time-to-human.bench.js';
import { throughput } from './bench/throughput.bench.js';
import { print, printJson } from './output.js';

const benchmarks: readonly Benchmark[] = [
  start,
  decide,
  decisionLatency,
  timeToHuman,
  throughput,
  match,
  chaos,
  audit,
  backtest,
];

const usage = `npm run bench -- NAME [--json] [--mode embedded|distributed] [--conversations N] [--seconds N] [--entries N] [--no-cold]
               [--handoffs N] [--kills N] [--seed N] [--agents N] [--waiting N]

${benchmarks.map(({ name, measures }) => `  ${name.padEnd(18)} ${measures}`).join('\n')}
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    json: { type: 'boolean', default: false },
    mode: { type: 'string', default: 'embedded' },
    conversations: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    entries: { type: 'string', default: '200000' },
    handoffs: { type: 'string', default: '200' },
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    agents: { type: 'string', default: '10000' },
    waiting: { type: 'string', default: '100000' },
    cold: { type: 'boolean', default: true },
    help: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
const benchmark = benchmarks.find((candidate) => candidate.name === name);
if (!benchmark || values.help) {
  print(usage);
  process.exit(name === undefined || values.help ? 0 : 2);
}
if (values.mode !== 'embedded' && values.mode !== 'distributed') {
  process.stderr.write(`--mode ${values.mode}: write embedded or distributed\n`);
  process.exit(2);
}
const before = machine();
const {
  load,
  results,
  failed = false,
} = await benchmark.run({
  mode: values.mode,
  conversations: Number(values.conversations),
  seconds: Number(values.seconds),
  entries: Number(values.entries),
  agents: Number(values.agents),
  waiting: Number(values.waiting),
  cold: values.cold,
  handoffs: Number(values.handoffs),
  kills: values.kills === undefined ? undefined : Number(values.kills),
  seed: Number(values.seed),
});
if (values.json) printJson({ name: benchmark.name, machine: before, load, results });
else {
  print(`${benchmark.name}: ${benchmark.measures}`);
  print(
    `  machine  ${before.cpu}, ${before.cores} cores, ${before.memoryGb} GB, Node ${before.node}, load ${before.load1}`,
  );
  print(`  load     ${JSON.stringify(load)}`);
  print(`  results  ${JSON.stringify(results)}`);
}
process.exit(failed ? 1 : 0);

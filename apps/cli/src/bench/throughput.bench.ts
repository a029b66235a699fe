import { analyze, trainIntents } from '@baton/dialog';
import { loadModels } from '@baton/language';
import { compilePolicy, decide, neutralSignals } from '@baton/policy';
import { eventTopics } from '@baton/contracts';
import { say } from '../output.js';
import { openPack } from '../open-pack.js';
import type { Benchmark } from './benchmark.js';
import { percentiles, round } from './percentiles.js';
import { runCallers } from './run-callers.js';
import { openSite } from './site.js';

/** As many turns as go through: callers ask again the moment they are answered. */
export const throughput: Benchmark = {
  name: 'throughput',
  measures: 'turns through the whole pipeline (gateway to audit) at saturation',
  run: async ({ mode, conversations, seconds }) => {
    const baseline = plainLoop();
    say(`starting Baton (${mode}) …`);
    const site = await openSite(mode);
    try {
      let events = 0;
      const tail = await site.bus.subscribe({
        group: `bench-count-${process.pid}`,
        topics: eventTopics,
        from: 'latest',
        durable: false,
        onBatch: async (records) => {
          events += records.length;
        },
      });
      say(`${conversations} callers without a pause, for ${seconds} s …`);
      const warmUpMs = 5_000;
      const started = Date.now();
      const cpuBefore = process.threadCpuUsage();
      const report = await runCallers({
        url: site.callsUrl,
        tenant: 'bank',
        conversations,
        thinkMs: 0,
        warmUpMs,
        measureMs: seconds * 1_000,
      });
      const perSecond = events / ((Date.now() - started) / 1_000);
      const { p50, p99 } = percentiles(report.latenciesMs);
      await tail.stop();
      const cpu = process.threadCpuUsage(cpuBefore);
      const { calls, unanswered, errors, turns } = report;
      return {
        load: { mode, conversations, seconds, calls, unanswered, errors },
        results: {
          turnsPerSecond: round(turns / seconds),
          eventsPerSecond: round(perSecond),
          // Of the thread that runs the services, warm-up included; in distributed mode only of this process.
          cpuMsPerTurn: round(
            (cpu.user + cpu.system) / 1_000 / Math.max(1, turns + (turns * warmUpMs) / (seconds * 1_000)),
          ),
          answerP50Ms: p50,
          answerP99Ms: p99,
          baseline: {
            what: 'a plain loop on one core: analyse and decide, nothing stored or sent',
            turnsPerSecond: baseline,
          },
        },
      };
    } finally {
      await site.close();
    }
  },
};

/** What analysis and decision alone allow on one core. */
function plainLoop(): number {
  say('baseline: a plain loop …');
  const pack = openPack('bank');
  const understanding = { pack, models: loadModels(), intents: trainIntents(pack) };
  const policy = compilePolicy(pack.escalation, { languages: pack.languages });
  if (!policy.ok) return Number.NaN;
  const texts = pack.bot.intents.flatMap(({ examples }) => Object.values(examples).flat());
  const signals = neutralSignals();
  let turns = 0;
  const until = Date.now() + 3_000;
  while (Date.now() < until) {
    analyze(texts[turns % texts.length]!, '', understanding);
    decide(policy.value, signals);
    turns += 1;
  }
  return round(turns / 3);
}

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { say } from '../output.js';
import { registerAgents } from '../people/register-agents.js';
import type { Benchmark } from './benchmark.js';
import { percentiles } from './percentiles.js';
import { rawRoundTrip } from './raw-round-trip.js';
import { runCallers } from './run-callers.js';
import { openSite } from './site.js';
import type { HumansPlan, HumansReport } from './time-to-human.worker.js';

/** A turn each six seconds in the calls beside, as in a real conversation. */
const thinkMs = 6_000;
/** More agents than asks at a time: what is measured is the way to a free one, not the wait for one. */
const agents = 24;
const asksPerSecond = 4;

/**
 * From the caller asking for a person (spoken and keyed in turns) to the packet on the screen of a free agent:
 * real caller WebSockets, a real desk session of every agent, in a thread of their own, beside calls that go on.
 */
export const timeToHuman: Benchmark = {
  name: 'time-to-human',
  measures: 'customer asks for a human → packet on a free agent’s screen, beside live conversations',
  run: async ({ mode, conversations, seconds }) => {
    const warmUpMs = mode === 'embedded' ? 8_000 : 30_000;
    say(`starting Baton (${mode}) …`);
    const site = await openSite(mode);
    try {
      const agentIds = await registerAgents(site.peers, 'bank', agents, { general: 5 });
      const doors = { callsUrl: site.callsUrl, deskUrl: site.deskUrl, tenant: 'bank' };
      say(`${conversations} callers beside, ${asksPerSecond} a second ask for a person, for ${seconds} s …`);
      const times = { warmUpMs, measureMs: seconds * 1_000 };
      const [beside, humans] = await Promise.all([
        runCallers({ url: site.callsUrl, tenant: 'bank', conversations, thinkMs, ...times }),
        runHumans({ ...doors, agentIds, asksPerSecond, ...times }),
      ]);
      say('baseline: one record through the same bus …');
      const baseline = await rawRoundTrip(site.bus, { perSecond: 50, seconds: 5 });
      const { spokenMs, keyedMs, unserved, wholeAtOnce } = humans;
      const all = [...spokenMs, ...keyedMs];
      const { p50, p95, p99, max } = percentiles(all);
      return {
        load: {
          mode,
          asks: all.length + unserved,
          asksPerSecond,
          agents,
          seconds,
          beside: { conversations, thinkMs, turns: beside.turns, unanswered: beside.unanswered },
        },
        results: {
          p50Ms: p50,
          p95Ms: p95,
          p99Ms: p99,
          maxMs: max,
          unserved,
          packetWholeWithOffer: wholeAtOnce,
          spoken: percentiles(spokenMs),
          keyed: percentiles(keyedMs),
          turnBeside: percentiles(beside.latenciesMs),
          baseline: { what: `one record, ${mode} bus`, ...baseline },
        },
      };
    } finally {
      await site.close();
    }
  },
};

/** In a thread of their own, so that they take no turn of the event loop they measure. */
async function runHumans(plan: HumansPlan): Promise<HumansReport> {
  const worker = new Worker(new URL('./time-to-human.worker.js', import.meta.url), { workerData: plan });
  const [report] = (await once(worker, 'message')) as [HumansReport];
  await worker.terminate();
  return report;
}

import { say } from '../output.js';
import type { Benchmark } from './benchmark.js';
import { percentiles } from './percentiles.js';
import { rawRoundTrip } from './raw-round-trip.js';
import { runCallers } from './run-callers.js';
import { openSite } from './site.js';

/** A turn each six seconds, as in a real conversation. */
const thinkMs = 6_000;
const warmUpCallers = 12;
const warmUpMs = 30_000;

/**
 * Callers on real WebSockets. Measured from the final transcript leaving the caller to the bot's sentence reaching them, which
 * the gate lets go only once the decision is back: the decision cannot have taken longer.
 */
export const decisionLatency: Benchmark = {
  name: 'decision-latency',
  measures: 'final transcript → decision back at the gateway, in live conversations',
  run: async ({ mode, conversations, seconds }) => {
    say(`starting Baton (${mode}) …`);
    const site = await openSite(mode);
    try {
      // Eight processes of their own take their time to be compiled: nobody measures the first minute of a deployment.
      if (mode === 'distributed') {
        say(`warming up: ${warmUpCallers} callers for ${warmUpMs / 1_000} s …`);
        const callers = { url: site.callsUrl, tenant: 'bank', conversations: warmUpCallers };
        await runCallers({ ...callers, thinkMs: 200, warmUpMs: 0, measureMs: warmUpMs });
      }
      say(`${conversations} callers, a turn each ${thinkMs / 1000} s, for ${seconds} s …`);
      const report = await runCallers({
        url: site.callsUrl,
        tenant: 'bank',
        conversations,
        thinkMs,
        warmUpMs: 8_000,
        measureMs: seconds * 1_000,
      });
      const { p50, p95, p99, max } = percentiles(report.latenciesMs);
      say('baseline: one record through the same bus …');
      const baseline = await rawRoundTrip(site.bus, { perSecond: 50, seconds: 5 });
      const { turns, calls, unanswered, errors } = report;
      return {
        load: { mode, conversations, thinkMs, seconds, turns, calls, unanswered, errors },
        results: {
          p50Ms: p50,
          p95Ms: p95,
          p99Ms: p99,
          maxMs: max,
          baseline: { what: `one record, ${mode} bus`, ...baseline },
        },
      };
    } finally {
      await site.close();
    }
  },
};

import { openDistributedChaosSite } from '../chaos/distributed-chaos-site.js';
import { openEmbeddedChaosSite } from '../chaos/embedded-chaos-site.js';
import { auditedIds } from '../chaos/audited-ids.js';
import { judge } from '../chaos/judge.js';
import { Killer } from '../chaos/killer.js';
import { playHandoffs } from '../chaos/play-handoffs.js';
import { readLog } from '../chaos/read-log.js';
import { trailText } from '../chaos/trail-text.js';
import { seededRandom } from '../backtest/synthetic-callers.js';
import { say } from '../output.js';
import { registerAgents } from '../people/register-agents.js';
import type { Benchmark } from './benchmark.js';

const tenant = 'bank';
const agents = 12;
const atOnce = 12;
/** Steps of a handoff somebody may be killed at: dialled, asked, accepted, greeted, talked, finished, written up. */
const stepsAHandoff = 7;
/** The longest a caller may be told nothing (R18, DESIGN §5.8), ms. */
const longestAllowedMs = 5_000;
/** Trails printed at most. */
const mostTrails = 12;

/** Callers and agents on the real doors, while processes are killed with -9 at random steps and started again. */
export const chaos: Benchmark = {
  name: 'chaos',
  measures: 'kill -9 of services at random steps of handoffs: lost, doubled, longest silence',
  run: async ({ mode, handoffs, kills: wanted, seed }) => {
    say(`starting Baton (${mode}) …`);
    const site = await (mode === 'embedded' ? openEmbeddedChaosSite() : openDistributedChaosSite());
    try {
      const random = seededRandom(seed);
      const agentIds = await registerAgents(site.peers, tenant, agents, { general: 5, fraud: 5, cards: 5 });
      let done = 0;
      const killer = new Killer({
        site,
        random: seededRandom(seed + 1),
        kills: wanted ?? Math.ceil(handoffs / 8),
        steps: handoffs * stepsAHandoff,
        onKill: ({ victim, step, backAfterMs }) =>
          say(`${done}/${handoffs} calls over; kill -9 ${victim} at ${step}, back after ${backAfterMs} ms`),
      });
      say(`${handoffs} calls, ${atOnce} at once, ${agents} agents, seed ${seed} …`);
      const began = Date.now();
      const { callers, agentsSaid } = await playHandoffs({
        site,
        tenant,
        agentIds,
        handoffs,
        atOnce,
        random,
        onStep: (step) => killer.step(step),
        onCall: (count) => {
          done = count;
          if (count % 50 === 0) say(`${count}/${handoffs} calls over`);
        },
      });
      await killer.stop();
      const seconds = Math.round((Date.now() - began) / 1_000);
      say('reading the log …');
      const audited = new Map<string, readonly string[]>();
      for (const { conversationId } of callers)
        audited.set(conversationId, await auditedIds(site.deskUrl, tenant, conversationId));
      const records = await readLog(await site.openLog());
      const judgement = judge({ records, audited, callers, agentsSaid });
      const silent = callers.filter(({ longestSilenceMs }) => longestSilenceMs > longestAllowedMs);
      const { kills } = killer;
      const show = (conversationId: string, what: string) =>
        say(`${conversationId}: ${what}\n${trailText(records, conversationId, kills)}`);
      for (const { kind, conversationId, what } of judgement.findings.slice(0, mostTrails))
        show(conversationId, `${kind}: ${what}`);
      for (const { conversationId, longestSilenceMs } of silent.slice(0, 3))
        show(conversationId, `told nothing for ${longestSilenceMs} ms`);
      const count = (kind: string) => judgement.findings.filter((finding) => finding.kind === kind).length;
      return {
        failed: judgement.findings.length > 0,
        load: { mode, calls: handoffs, atOnce, agents, seed, seconds },
        results: {
          handoffs: judgement.handoffs,
          finished: judgement.finished,
          lost: count('lost'),
          doubled: count('doubled'),
          longestSilenceMs: Math.max(0, ...callers.map(({ longestSilenceMs }) => longestSilenceMs)),
          silentCallers: silent.length,
          kills: kills.length,
          killsOf: tally(kills.map(({ victim }) => victim)),
          killsAt: tally(kills.map(({ step }) => step)),
          backAfterMs: Math.max(0, ...kills.map(({ backAfterMs }) => backAfterMs)),
          linesBroken: callers.reduce((sum, { breaks }) => sum + breaks, 0),
          events: records.length,
          repeatedRecords: records.length - new Set(records.map(({ id }) => id)).size,
        },
      };
    } finally {
      await site.close();
    }
  },
};

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const groups = Map.groupBy(names, (name) => name);
  return Object.fromEntries([...groups].sort().map(([name, all]) => [name, all.length]));
}

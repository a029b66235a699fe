import { trainIntents } from '@baton/dialog';
import { loadModels } from '@baton/language';
import { turnPolicyOf } from '@baton/router';
import { openPack } from '../open-pack.js';
import { say } from '../output.js';
import type { Benchmark } from './benchmark.js';
import { beginTurns, type DecideStage } from './decide-turns.js';
import { decideUtterances } from './decide-utterances.js';
import { percentiles, round } from './percentiles.js';

const WARM_UP = 3_000;
const MEASURED = 20_000;
/** What the benchmark is held to. */
const LIMITS = { p50Us: 300, p99Us: 1_000, perSecond: 3_000 };

/** A customer turn from words to verdict, without network and disk, in one thread. */
export const decide: Benchmark = {
  name: 'decide',
  measures:
    'a turn analysed and decided on one core: language, meaning, affect, topics, personal data, policy',
  run: async () => {
    const loading = performance.now();
    const models = loadModels();
    const modelsMs = performance.now() - loading;
    const pack = openPack('starter');
    say('training the intents of the pack');
    const turns = beginTurns({ models, intents: trainIntents(pack), policy: turnPolicyOf(pack) });
    const utterances = decideUtterances(pack, WARM_UP + MEASURED);
    const lengths = percentiles(utterances.map(({ text }) => text.length));
    say(`warming up on ${WARM_UP} turns`);
    for (const utterance of utterances.slice(0, WARM_UP)) turns.take(utterance);

    const measured = utterances.slice(WARM_UP);
    const micros: number[] = new Array<number>(measured.length);
    const stages: Record<DecideStage, number> = { language: 0, analysis: 0, dialogue: 0, policy: 0 };
    const verdicts: Record<string, number> = {};
    let spent = 0;
    const cpuBefore = process.cpuUsage();
    for (const [index, utterance] of measured.entries()) {
      const { verdict, ms, stageMs } = turns.take(utterance);
      micros[index] = ms * 1000;
      spent += ms;
      verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
      for (const stage of Object.keys(stages) as DecideStage[]) stages[stage] += stageMs[stage];
      if (index > 0 && index % 5_000 === 0) say(`${index} of ${measured.length} turns`);
    }
    const cpu = process.cpuUsage(cpuBefore);
    const { p50, p95, p99, max } = percentiles(micros);
    const perSecond = Math.round(measured.length / (spent / 1000));
    return {
      load: {
        turns: measured.length,
        languages: pack.languages,
        characters: { p50: lengths.p50, p95: lengths.p95, max: lengths.max },
        pack: pack.name,
        rules: pack.escalation.rules.length,
        warmUp: WARM_UP,
      },
      results: {
        p50Us: p50,
        p95Us: p95,
        p99Us: p99,
        maxUs: max,
        perSecond,
        // Processor time of the whole process: what stays the same on a machine that is busy with other things.
        cpuUsPerTurn: round((cpu.user + cpu.system) / measured.length),
        meanUsByStage: Object.fromEntries(
          Object.entries(stages).map(([stage, ms]) => [stage, round((ms * 1000) / measured.length)]),
        ),
        modelsMs: round(modelsMs),
        verdicts,
        // The same words only cut at spaces and counted: what any program that looks at each word pays.
        baseline: { wordCountUs: round(wordCount(measured.map(({ text }) => text))) },
        limits: LIMITS,
        withinLimits: p50 <= LIMITS.p50Us && p99 <= LIMITS.p99Us && perSecond >= LIMITS.perSecond,
      },
    };
  },
};

/** Mean µs an utterance to count its words. */
function wordCount(texts: readonly string[]): number {
  const counts = new Map<string, number>();
  const began = performance.now();
  for (const text of texts) {
    for (const word of text.toLowerCase().split(/\s+/)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return ((performance.now() - began) * 1000) / texts.length;
}

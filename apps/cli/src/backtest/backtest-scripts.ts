import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TurnDecided } from '@baton/contracts';
import { judgeScript, playScript } from '@baton/client';
import { loadPack, type CallScript, type Pack } from '@baton/packs';
import { compareCalls, type CallComparison, type RecordedCall } from '@baton/policy';
import { turnPolicyOf } from '@baton/router';
import { CliError } from '../cli-error.js';
import { packDir } from '../open-pack.js';
import type { Stage } from '../play/stage.js';
import { decideAs, runBacktest, type Backtest } from './backtest.js';
import { packWithPolicy, policyBytes } from './new-pack.js';
import { progressOn, type Progress } from './progress.js';
import { recordedCall, recordedTurn } from './recorded-decision.js';

interface Played {
  readonly script: CallScript;
  readonly call: RecordedCall;
  readonly failures: readonly string[];
}

/** Calls played at the same time: enough to use two cores, few enough that no gate runs out of time. */
const AT_ONCE = 4;

/**
 * Plays call scripts through the running code of all services, once under the pack as it is and once with the new policy, so that
 * whatever the bot does otherwise is really done. Script turns are numbered as in the script.
 */
export async function backtestScripts(
  options: { readonly pack: string; readonly policy: string; readonly scripts: readonly CallScript[] },
  stderr: Parameters<typeof progressOn>[0] = process.stderr,
): Promise<Backtest> {
  const began = performance.now();
  const pack = packWithPolicy(options.pack, options.policy);
  const { scripts } = options;
  if (scripts.length === 0)
    throw new CliError(2, `${pack.name} has no call scripts; name files after --scripts`);
  const scratch = mkdtempSync(join(tmpdir(), 'baton-backtest-'));
  const before = packDir(options.pack);
  const after = join(scratch, `${pack.name}-new`);
  cpSync(before, after, { recursive: true });
  writeFileSync(join(after, 'escalation.yaml'), policyBytes(options.policy));
  const { openEmbeddedStage } = await import('../play/embedded-stage.js');
  const stage = await openEmbeddedStage([before, after]);
  try {
    const progress = progressOn(stderr, 'playing', scripts.length * 2);
    const now = await playEach(stage, scripts, before, progress, 0);
    const next = await playEach(stage, scripts, after, progress, scripts.length);
    progress.end();
    const current = loadPack(before);
    return report(pack, current.ok ? current.value : pack, now, next, began);
  } finally {
    await stage.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function report(
  pack: Pack,
  current: Pack,
  before: readonly Played[],
  after: readonly Played[],
  began: number,
): Backtest {
  const decide = decideAs(pack);
  const comparisons = after.map(({ call }, i): CallComparison => compareCalls(before[i]!.call, call, decide));
  const judged = before.flatMap(({ script, failures }, i) =>
    script.expect ? [{ id: script.id, was: failures.length === 0, is: after[i]!.failures.length === 0 }] : [],
  );
  const expectations = {
    of: judged.length,
    before: judged.filter(({ was }) => was).length,
    after: judged.filter(({ is }) => is).length,
    broken: judged.filter(({ was, is }) => was && !is).map(({ id }) => id),
  };
  const { id, version, sha256 } = turnPolicyOf(current).compiled;
  const decisions = before.reduce((sum, { call }) => sum + call.turns.length, 0);
  const source = { kind: 'scripts', from: `${before.length} call scripts`, pack: pack.name } as const;
  return runBacktest(pack, source, comparisons, {
    before: [{ id, version, sha256, decisions }],
    expectations: judged.length === 0 ? null : expectations,
    began,
  });
}

async function playEach(
  stage: Stage,
  scripts: readonly CallScript[],
  dir: string,
  progress: Progress,
  doneBefore: number,
): Promise<Played[]> {
  const played: Played[] = [];
  let next = 0;
  let done = doneBefore;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < scripts.length; index = next++) {
      played[index] = await playOne(stage, scripts[index]!, stage.tenantOf(dir));
      progress.at((done += 1));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return played;
}

async function playOne({ doors }: Stage, script: CallScript, tenantId: string): Promise<Played> {
  const bot = script.turns.some(({ speaker }) => speaker === 'bot') ? 'script' : 'pack';
  const result = await playScript(script, doors, { tenantId, bot, keepCallOpen: true });
  const turns = doors.tail.eventsOf(result.conversationId).flatMap(({ meta, data }) => {
    const decision = meta.type === TurnDecided.type ? (data as TurnDecided).decision : undefined;
    return decision ? [recordedTurn(decision)] : [];
  });
  doors.tail.forget(result.conversationId);
  // The gateway also counts what the bot and the announcements said; people look for a turn in the script.
  const inScript = recordedCall(script.id, turns).turns.map((turn, i) => ({
    ...turn,
    turnIndex: result.decisions[i]?.turnIndex ?? turn.turnIndex,
  }));
  return { script, call: { id: script.id, turns: inScript }, failures: judgeScript(script, result) };
}

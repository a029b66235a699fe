import type { CallScript } from '@baton/packs';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { packDir } from '../open-pack.js';
import { print, printJson } from '../output.js';
import { findScripts } from '../play/find-scripts.js';
import type { CallResult, Cast } from '../play/play-all.js';

interface CallOptions {
  readonly pack?: string;
  readonly bot?: string;
  readonly mode: string;
  readonly json?: boolean;
  readonly continue?: boolean;
}

/** `baton call`: plays call scripts through the running code of all services. */
export function callCommand(program: Command): void {
  program
    .command('call')
    .description('play call scripts (*.yaml, *.json, or folders of them) and check what they expect')
    .argument('<files...>', 'call scripts')
    .option('--pack <pack>', 'folder or name of a pack; wins over the one a script names (default: starter)')
    .option(
      '--bot <bot>',
      'script: the bot turns are an external agent’s words; pack: the pack’s bot answers (default: script where there are bot turns)',
    )
    .option('--mode <mode>', 'embedded, or distributed: on Apache Kafka and MongoDB', 'embedded')
    .option('--continue', 'play on after the escalation')
    .option('--json', 'one JSON object a script')
    .action(async (files: string[], options: CallOptions) => {
      const failed = await runCalls(findScripts(files), options, options.json ? printJson : printForPeople);
      if (failed > 0) process.exitCode = 1;
    });
}

/** Plays scripts and hands each result on as it comes; resolves with how many did not pass. */
export async function runCalls(
  scripts: readonly CallScript[],
  options: CallOptions,
  show: (result: CallResult) => void,
): Promise<number> {
  if (options.bot !== undefined && options.bot !== 'script' && options.bot !== 'pack')
    throw new CliError(2, `--bot ${options.bot}: write script or pack`);
  if (options.mode !== 'embedded' && options.mode !== 'distributed')
    throw new CliError(2, `--mode ${options.mode}: write embedded or distributed`);
  const casts: Cast[] = scripts.map((script) => ({
    script,
    packDir: packDir(options.pack ?? script.pack ?? 'starter'),
    bot:
      options.bot === undefined
        ? script.turns.some(({ speaker }) => speaker === 'bot')
          ? 'script'
          : 'pack'
        : (options.bot as Cast['bot']),
  }));
  const dirs = [...new Set(casts.map((cast) => cast.packDir))];
  const { playAll } = await import('../play/play-all.js');
  const stage =
    options.mode === 'embedded'
      ? await (await import('../play/embedded-stage.js')).openEmbeddedStage(dirs)
      : await (await import('../play/distributed-stage.js')).openDistributedStage(dirs);
  let failed = 0;
  try {
    for await (const result of playAll(stage, casts, options.continue ?? false)) {
      show(result);
      if (!result.pass) failed += 1;
    }
  } finally {
    await stage.close();
  }
  return failed;
}

/** A result as people read it. */
export function printForPeople(result: CallResult): void {
  const { id, pass, escalation, failures, bot } = result;
  const outcome = escalation
    ? `escalates at turn ${escalation.turnIndex} to ${escalation.queue} (${escalation.reasons.join(', ')}; ${escalation.priority}, ${escalation.language})`
    : 'stays with the bot';
  print(`${pass ? 'pass' : 'FAIL'}  ${id} [${bot}]: ${outcome}`);
  for (const failure of failures) print(`      ${failure}`);
}

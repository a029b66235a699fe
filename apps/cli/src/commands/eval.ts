import { resolve } from 'node:path';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { print, printJson, say } from '../output.js';

interface EvalOptions {
  readonly data: string;
  readonly test?: string;
  readonly json?: boolean;
}

/** `baton eval SUITE`: trains and measures on a public data set. */
export function evalCommand(program: Command): void {
  program
    .command('eval')
    .description(
      'train and measure on a public data set: banking77, clinc150, nlupp, betold, mhch, langid, goemotions',
    )
    .argument('<suite>', 'the data set')
    .requiredOption('--data <dir>', 'folder to train and tune on')
    .option('--test <dir>', 'folder with the official test split (default: a seeded part of --data)')
    .option('--json', 'one JSON object; shares and scores are 0..1')
    .action(async (name: string, options: EvalOptions) => {
      const { suites } = await import('../eval/suites.js');
      const suite = suites.find((one) => one.name === name);
      if (suite === undefined)
        throw new CliError(
          2,
          `eval ${name}: no such suite; write one of ${suites.map((one) => one.name).join(', ')}`,
        );
      const { machine } = await import('../bench/machine.js');
      const on = machine();
      const started = performance.now();
      const { split, figures, bars } = suite.run({
        data: resolve(options.data),
        test: options.test === undefined ? undefined : resolve(options.test),
        say: (line) => say(`${((performance.now() - started) / 1000).toFixed(1)} s  ${line}`),
      });
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      const used = process.resourceUsage();
      const cpuSeconds = Math.round((used.userCPUTime + used.systemCPUTime) / 1e5) / 10;
      const peakRssMb = Math.round(used.maxRSS / 1024);
      if (options.json) {
        printJson({ suite: name, ...figures, bars, split, seconds, cpuSeconds, peakRssMb, machine: on });
        return;
      }
      print(`${name}: ${suite.measures}`);
      print(
        `  split    ${split.kind}: ${split.train} to train on, ${split.test} to measure on (${split.unit})`,
      );
      for (const [key, value] of Object.entries(figures))
        print(`  ${key.padEnd(22)} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
      for (const { key, atLeast, reached } of bars)
        print(`  ${reached >= atLeast ? 'reached' : 'MISSED '}  ${key} ${reached} (at least ${atLeast})`);
      print(
        `  ${seconds} s (${cpuSeconds} s of processor time), ${peakRssMb} MB, ${on.cpu}, Node ${on.node}, load ${on.load1}`,
      );
    });
}

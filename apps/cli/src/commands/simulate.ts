import { writeFileSync } from 'node:fs';
import { expectedCalls } from '@baton/packs';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { print, printJson, say } from '../output.js';

interface SimulateOptions {
  readonly pack?: string;
  readonly json?: boolean;
  readonly html?: string;
  readonly svg?: string;
}

/** `baton simulate`: the queue of a scenario under the pack's routing, against first-in-first-out and the longest idle agent. */
export function simulateCommand(program: Command): void {
  program
    .command('simulate')
    .description(
      'play a scenario through the router’s own code, against first-in-first-out and the longest idle agent',
    )
    .argument('<file>', 'a scenario, YAML or JSON; docs/simulate.md describes it')
    .option('--pack <pack>', 'folder or name of the pack (default: the one the scenario names or lies in)')
    .option('--json', 'the whole result as one JSON object')
    .option('--html <file>', 'write a report a manager can read')
    .option('--svg <file>', 'write its chart alone')
    .action(simulate);
}

async function simulate(file: string, options: SimulateOptions): Promise<void> {
  const { readScenario } = await import('../simulate/read-scenario.js');
  const { simulation, pack } = readScenario(file, options.pack);
  const { runSimulation } = await import('../simulate/run-simulation.js');
  const { POLICIES } = await import('../simulate/policies.js');
  const { progressOn } = await import('../backtest/progress.js');
  const calls = Math.round(expectedCalls(simulation)) * simulation.replications * POLICIES.length;
  const progress = progressOn(process.stderr, 'calls', calls);
  const report = runSimulation(simulation, pack, (done) => progress.at(done));
  progress.end();
  if (options.svg !== undefined) {
    const { summaryChart } = await import('../simulate/summary-chart.js');
    write(options.svg, summaryChart(report));
  }
  if (options.html !== undefined) {
    const { simulationPage } = await import('../simulate/simulation-page.js');
    write(options.html, simulationPage(report));
  }
  if (options.json) printJson(report);
  else print((await import('../simulate/simulation-text.js')).simulationText(report));
  if (report.verdicts.some(({ pass }) => !pass)) process.exitCode = 1;
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch {
    throw new CliError(2, `${file}: cannot be written; name a file in a folder that exists`);
  }
  say(`wrote ${file}`);
}

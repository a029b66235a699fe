import { readFileSync } from 'node:fs';
import { BatonError } from '@baton/kernel';
import { Command } from 'commander';
import { CliError } from './cli-error.js';
import { agentsCommands } from './commands/agents.js';
import { analyzeCommands } from './commands/analyze.js';
import { auditCommands } from './commands/audit.js';
import { callCommand } from './commands/call.js';
import { deadLetterCommands } from './commands/dead-letter.js';
import { evalCommand } from './commands/eval.js';
import { exportCommand } from './commands/export.js';
import { initCommand } from './commands/init.js';
import { policyCommands } from './commands/policy.js';
import { reportCommands } from './commands/report.js';
import { simulateCommand } from './commands/simulate.js';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('baton')
  .description('The open handoff control plane for AI voice agents.')
  .version(version)
  .showHelpAfterError()
  .exitOverride((error) => {
    // Commander ends `--help` with 0 and every misuse with 1; a misuse is 2 here.
    process.exit(error.exitCode === 0 ? 0 : 2);
  });
// Each command loads what it runs when it runs: `--help` or `policy lint` need no service.
callCommand(program);
analyzeCommands(program);
policyCommands(program);
simulateCommand(program);
auditCommands(program);
reportCommands(program);
evalCommand(program);
deadLetterCommands(program);
exportCommand(program);
agentsCommands(program);
initCommand(program);

program.parseAsync().catch((thrown: unknown) => {
  if (thrown instanceof CliError) {
    process.stderr.write(`${thrown.message}\n`);
    process.exit(thrown.exitCode);
  }
  if (thrown instanceof BatonError) {
    process.stderr.write(`${thrown.message} (${thrown.code})\n`);
    process.exit(['invalid-pack', 'invalid-config', 'data-folder-in-use'].includes(thrown.code) ? 2 : 3);
  }
  process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
  process.exit(1);
});

import { cpSync, existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { openPack, packDir } from '../open-pack.js';
import { print } from '../output.js';

/** `baton init`: a new tenant pack to edit. */
export function initCommand(program: Command): void {
  program
    .command('init')
    .description('make a new tenant pack to edit')
    .argument('<dir>', 'folder to make; must not exist or be empty')
    .option('--from <pack>', 'folder or name of the pack to begin with', 'starter')
    .action((dir: string, options: { from: string }) => {
      if (existsSync(dir) && readdirSync(dir).length > 0)
        throw new CliError(2, `${dir}: is not empty; name a new folder`);
      cpSync(packDir(options.from), dir, { recursive: true });
      openPack(dir);
      print(`made ${dir} from ${options.from}. Next:`);
      print(`  edit ${dir}/bot.yaml, escalation.yaml, routing.yaml, compliance.yaml`);
      print(`  npm run -s baton -- policy lint --pack ${dir}`);
      print(`  npm run -s baton -- policy test --pack ${dir}`);
      print(`  BATON_PACK=${dir} npm start   (its tenant is called ${basename(dir)})`);
    });
}

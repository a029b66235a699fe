import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatonError } from '@baton/kernel';
import { stopOnSignal } from '@baton/service-kit';
import { seedHistory } from './history.js';
import { runEmbedded } from './run-embedded.js';
import { seedPeople } from './seed.js';

const usage = `npm start [-- --no-demo]

Runs every service of Baton in this process, on SQLite, with nothing else installed.

  --no-demo   start without the seeded agents, customers and history
  --help      this text

Environment: BATON_DATA (data folder, default .baton), PORT (web port, default 4400),
BATON_PACK (packs to serve, default bank,health,starter), BATON_LOG_LEVEL (default warn here).
`;

async function main(args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => !['--no-demo', '--help'].includes(arg));
  if (args.includes('--help') || unknown !== undefined) {
    process.stderr.write(unknown === undefined ? usage : `unknown option ${unknown}\n\n${usage}`);
    process.exitCode = unknown === undefined ? 0 : 2;
    return;
  }
  const demo = !args.includes('--no-demo');
  const started = Date.now();
  const running = await runEmbedded({ env: { BATON_LOG_LEVEL: 'warn', ...process.env }, demo });
  stopOnSignal(() => running.stop());
  const { httpUrl } = running.service('desk');
  // Where `baton agents` finds it: ports of an embedded run are free ones.
  writeFileSync(
    join(process.env['BATON_DATA'] ?? '.baton', 'router.address'),
    `${running.peers.address('router') ?? ''}\n`,
  );
  process.stdout.write(
    [
      '',
      `Baton is ready after ${((Date.now() - started) / 1000).toFixed(1)} s: ${httpUrl}`,
      `  phone ${httpUrl}/phone   desk ${httpUrl}/desk   audit ${httpUrl}/audit`,
      `  mode: embedded (bus and store in SQLite, data in ${process.env['BATON_DATA'] ?? '.baton'}); packs: ${running.packs.tenants().join(', ')}`,
      '  stop with Ctrl-C',
      '',
    ].join('\n'),
  );
  if (!demo) return;
  await seedPeople(running);
  await seedHistory(running);
}

main(process.argv.slice(2)).catch((thrown: unknown) => {
  const known = thrown instanceof BatonError;
  process.stderr.write(
    `Baton cannot start: ${known ? thrown.message : String(thrown instanceof Error ? thrown.stack : thrown)}\n`,
  );
  process.exit(
    known && ['invalid-pack', 'invalid-config', 'data-folder-in-use'].includes(thrown.code) ? 2 : 3,
  );
});

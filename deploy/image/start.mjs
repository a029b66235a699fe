/** Entry point of the image: `start.mjs SERVICE [ARGUMENTS]` runs that folder of `apps/`. */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const apps = new URL('../../apps/', import.meta.url);
const [service = '', ...args] = process.argv.slice(2);
const known = readdirSync(apps).filter((app) => existsSync(new URL(`${app}/dist/main.js`, apps)));

if (known.includes(service)) {
  const main = new URL(`${service}/dist/main.js`, apps);
  process.argv = [process.argv[0] ?? 'node', fileURLToPath(main), ...args];
  await import(main.href);
} else {
  const what = service ? `There is no service "${service}".` : 'Which service?';
  process.stderr.write(`${what} Write one of: ${known.join(', ')}\n`);
  process.exitCode = 2;
}

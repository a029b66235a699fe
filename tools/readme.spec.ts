import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@baton/service-kit';

const root = join(import.meta.dirname, '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** Every line of the fenced `sh` blocks. */
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  block!.trim().split('\n'),
);

/** Commands that take long or need more than npm: the file that runs them, and what shows that it does. */
const runElsewhere = new Map([
  ['npm test', { file: '.ci/run', by: 'npm test' }],
  ['npm run check', { file: '.ci/run', by: 'npm run check' }],
  ['npm run test:integration', { file: '.ci/run', by: 'npm run test:integration' }],
  ['npm run test:browser', { file: '.ci/run', by: 'npm run test:browser' }],
  // Builds a kube-apiserver the first time: run by hand, when manifests change.
  ['npm run test:k8s', { file: 'package.json', by: '"test:k8s": "node tools/k8s/test.mjs"' }],
  ['.ci/run', { file: '.ci/run', by: '#!/usr/bin/env bash' }],
  [
    'npm run -s baton -- policy test --pack starter',
    { file: 'e2e/cli.e2e.spec.ts', by: "['policy', 'test', '--pack'" },
  ],
  [
    'npm run -s baton -- call packs/bank/scripts/zero-key.yaml --mode distributed',
    { file: 'tools/readme.int.spec.ts', by: 'zero-key.yaml --mode distributed' },
  ],
]);

/** What the others must end with, and print. */
const runHere = new Map<string, { readonly code: number; readonly prints: RegExp }>([
  ['npm run -s baton -- --help', { code: 0, prints: /dead-letter/ }],
  ['npm run -s baton -- call packs/bank/scripts/balance-and-hours.yaml', { code: 0, prints: /^pass {2}/m }],
  [
    `echo '{"id":"1","text":"someone is using my card right now"}' | npm run -s baton -- analyze --pack bank`,
    { code: 0, prints: /^\{"id":"1",.*"topic":"fraud"/ },
  ],
  ['npm run -s baton -- policy lint --pack bank', { code: 0, prints: /nothing to report/ }],
  ['npm run -s baton -- policy signals', { code: 0, prints: /^topics\.fraud +double/m }],
  ['npm run -s baton -- policy signals --routing', { code: 0, prints: /^agent\.proficiency +/m }],
  [
    'npm run -s baton -- simulate packs/bank/simulations/weekday.yaml',
    { code: 0, prints: /pass {2}skillAndLanguageMatch/ },
  ],
  ['npm run bench', { code: 0, prints: /throughput/ }],
  ['npm run -s baton -- init my-pack --from bank', { code: 0, prints: /^made .*my-pack from bank/ }],
]);

/** What reads the data folder that `npm start` left behind. */
const runOnData = new Map<string, { readonly code: number; readonly prints: RegExp }>([
  ['npm run -s baton -- policy explain CONVERSATION --pack bank', { code: 0, prints: /^turn \d+: \w+/m }],
  [
    'npm run -s baton -- policy replay --pack bank',
    { code: 0, prints: /^(\d+) of \1 decisions derived again/m },
  ],
  [
    'npm run -s baton -- policy backtest --policy packs/bank/escalation.yaml --pack bank',
    { code: 0, prints: /^escalations (\d+) → \1 /m },
  ],
  ['npm run -s baton -- audit verify', { code: 0, prints: /^VERIFIED +bank$/m }],
  ['npm run -s baton -- audit prove --event EVENT', { code: 0, prints: /"eventId"/ }],
  ['npm run -s baton -- audit export', { code: 0, prints: /HandoffRequested/ }],
  ['npm run -s baton -- export --conversation CONVERSATION --format vcon', { code: 0, prints: /"parties":/ }],
  ['npm run -s baton -- report time-to-human --month 2026-11', { code: 0, prints: /2026-11/ }],
  ['npm run -s baton -- dead-letter list', { code: 0, prints: /^$/ }],
]);

/** What asks the Baton that `npm start` started. */
const runLive = new Map<string, { readonly code: number; readonly prints: RegExp }>([
  ['npm run -s baton -- agents list --tenant bank', { code: 0, prints: /agent-amira/ }],
]);

/** What `npm run -s baton --` comes to once all is built; npm itself is worth running once. */
const built = `"${process.execPath}" --no-warnings apps/cli/dist/main.js`;
const quick = (command: string) =>
  command.endsWith('--help') ? command : command.replace('npm run -s baton --', built);

function run(command: string, env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(quick(command), {
    cwd: root,
    shell: true,
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  return { code: status, stdout, stderr };
}

describe('the commands of the README', () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-readme-'));
  let started: ChildProcess | undefined;

  afterAll(() => {
    started?.kill('SIGKILL');
    rmSync(dir, { recursive: true, force: true });
  });

  it('are each run by a test', () => {
    const known = new Set([
      'npm start',
      ...runElsewhere.keys(),
      ...runHere.keys(),
      ...runLive.keys(),
      ...runOnData.keys(),
    ]);
    expect(commands.filter((command) => !known.has(command))).toEqual([]);
    expect([...known].filter((command) => !commands.includes(command))).toEqual([]);
    for (const { file, by } of runElsewhere.values())
      expect(readFileSync(join(root, file), 'utf8')).toContain(by);
  });

  it.each([...runHere])(
    '%s',
    (command, { code, prints }) => {
      const made = join(dir, 'my-pack');
      const ran = run(command.replace('my-pack', made), { BATON_DATA: join(dir, 'unused') });
      expect(ran).toMatchObject({ code, stdout: expect.stringMatching(prints) });
    },
    60_000,
  );

  it('npm start', async () => {
    const port = String(await freePort('127.0.0.1'));
    const env = {
      ...process.env,
      NODE_OPTIONS: '',
      BATON_DATA: join(dir, 'data'),
      BATON_PACK: 'bank',
      PORT: port,
    };
    const child = spawn('npm', ['start'], {
      cwd: root,
      env,
      shell: process.platform === 'win32',
      detached: true,
    });
    started = child;
    const address = await new Promise<string>((resolve, reject) => {
      let printed = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        printed += chunk;
        const found = /Baton is ready after .* s: (http:\S+)/.exec(printed);
        if (found) resolve(found[1]!);
      });
      child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
    });
    expect(address).toBe(`http://127.0.0.1:${port}`);
    expect((await fetch(`${address}/phone`)).status).toBe(200);
    conversation = await seededConversation(address);
    for (const [command, { code, prints }] of runLive) {
      const ran = run(command, { BATON_DATA: join(dir, 'data') });
      expect(ran).toMatchObject({ code, stdout: expect.stringMatching(prints) });
    }
    // A log is signed a second after it grew.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    // As a crash would: what the commands below read is what survived.
    process.kill(-child.pid!, 'SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    started = undefined;
    event = firstEvent(run('npm run -s baton -- audit export', { BATON_DATA: join(dir, 'data') }).stdout);
  }, 90_000);

  let conversation = '';
  let event = '';

  it.each([...runOnData])(
    '%s',
    (command, { code, prints }) => {
      const filled = command.replace('CONVERSATION', conversation).replace('EVENT', event);
      const ran = run(filled, { BATON_DATA: join(dir, 'data') });
      expect(ran).toMatchObject({ code, stdout: expect.stringMatching(prints) });
    },
    60_000,
  );
});

/** The id of the first event of an exported log. */
function firstEvent(exported: string): string {
  return /"eventId":"([^"]+)"/.exec(exported)?.[1] ?? '';
}

/** The first call of the seeded history that is over. */
async function seededConversation(address: string): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const { conversations } = (await (await fetch(`${address}/api/conversations?tenant=bank`)).json()) as {
      conversations: { conversationId: string; endedAtMs: number }[];
    };
    const over = conversations.find(({ endedAtMs }) => endedAtMs > 0);
    if (over) return over.conversationId;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('no call of the seeded history ended within 30 s');
}

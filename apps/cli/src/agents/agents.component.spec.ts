import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { jest } from '@jest/globals';
import { router } from '@baton/router';
import { readConfig, runServices, type RunningServices } from '@baton/service-kit';
import { CliError } from '../cli-error.js';
import { importAgents } from './import-agents.js';
import { listAgents } from './list-agents.js';
import { putAgent } from './put-agent.js';
import { setPresence } from './set-presence.js';

describe('baton agents, on a running router', () => {
  let folder: string;
  let running: RunningServices;
  let options: { tenant: string; data: string; address: string; json: true };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'baton-agents-'));
    const config = readConfig({
      BATON_BUS: 'embedded',
      BATON_STORE: 'embedded',
      BATON_DATA: join(folder, 'data'),
      BATON_PACKS_DIR: resolve(import.meta.dirname, '../../../../packs'),
      BATON_PACK: 'bank',
      BATON_LOG_LEVEL: 'silent',
      BATON_ROUTER_HTTP_PORT: '0',
      BATON_ROUTER_GRPC_PORT: '0',
    });
    if (!config.ok) throw new Error(JSON.stringify(config.error));
    running = await runServices([router], { config: config.value, demo: false });
    options = { tenant: 'bank', data: folder, address: running.peers.address('router')!, json: true };
  });
  afterAll(async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What a command prints, line by line. */
  async function printed(run: () => Promise<void>): Promise<Record<string, unknown>[]> {
    const lines: string[] = [];
    const stdout = jest
      .spyOn(process.stdout, 'write')
      .mockImplementation((text) => lines.push(String(text)) > 0);
    const stderr = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    try {
      await run();
    } finally {
      stdout.mockRestore();
      stderr.mockRestore();
    }
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }
  const csv = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  it('imports ten thousand and one agents, and the same file again changes nothing', async () => {
    const lines = Array.from({ length: 10_001 }, (_, n) => `agent-${n},Agent ${n},fraud:${1 + (n % 5)},en`);
    const file = csv('many.csv', `id,name,skills,languages\n${lines.join('\n')}\n`);
    const [first] = await printed(() => importAgents(file, options));
    expect(first).toMatchObject({ rows: 10_001, changed: 10_001, unchanged: 0, refused: [] });
    const [again] = await printed(() => importAgents(file, options));
    expect(again).toMatchObject({ changed: 0, unchanged: 10_001 });
    expect(await printed(() => listAgents(options))).toHaveLength(10_001);
  }, 60_000);

  it('puts one agent, sets their presence, and shows both', async () => {
    const [put] = await printed(() =>
      putAgent('solo', {
        ...options,
        name: 'S, O',
        skills: 'fraud:5',
        languages: 'en es',
        team: 'premier',
        chat: '3',
      } as never),
    );
    expect(put).toMatchObject({
      agentId: 'solo',
      workplace: { team: 'premier' },
      capacity: { voice: 1, chat: 3 },
    });
    const [set] = await printed(() => setPresence('solo', 'break', { ...options, reason: 'lunch' }));
    expect(set).toMatchObject({ presence: 'break', standing: { presenceReason: 'lunch' } });
  });

  it.each([
    ['a file that is none', () => importAgents(join(folder, 'none.csv'), options), 2, /cannot be read/],
    [
      'garbage',
      () => importAgents(csv('bad.csv', 'id,name,skills,languages\na,A,fraud:9,en\n'), options),
      2,
      /bad.csv:2 skills/,
    ],
    [
      'a presence nobody can ask for',
      () => setPresence('solo', 'busy', { ...options, reason: '' }),
      2,
      /write available/,
    ],
    ['nobody there', () => listAgents({ ...options, address: '127.0.0.1:1' }), 3, /No router answers/],
    ['an address that is none', () => listAgents({ ...options, address: 'here' }), 2, /HOST:PORT/],
    [
      'a tenant that is none',
      () => putAgent('x', { ...options, tenant: 'nobody', name: 'X', skills: '', languages: 'en' } as never),
      2,
      /tenant/,
    ],
  ])('says what is wrong with %s', async (_, run, exitCode, message) => {
    const failed: unknown = await printed(run).catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(CliError);
    expect(failed).toMatchObject({ exitCode, message: expect.stringMatching(message) as string });
  });
});

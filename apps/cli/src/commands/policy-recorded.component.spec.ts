import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { controlPlane, runEmbedded, seedCustomers } from '@baton/all-in-one';
import { EventTail, playScript } from '@baton/client';
import { CallControlServiceClient, ContextServiceClient } from '@baton/contracts';
import { backtestRecorded } from '../backtest/backtest-recorded.js';
import { openPack, packDir } from '../open-pack.js';
import { explainRecorded } from './policy-explain.js';
import { replayRecorded } from './policy-replay.js';

const shipped = ['bank', 'health', 'starter'];
const SCRIPTS_A_PACK = 2;

describe('decisions recorded by running services', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'baton-recorded-'));
  const data = join(scratch, 'data');
  const own = join(scratch, 'corner-shop');
  const conversations = new Map<string, string[]>();

  beforeAll(async () => {
    // What `baton init` makes.
    cpSync(packDir('starter'), own, { recursive: true });
    const dirs = [...shipped.map((name) => packDir(name)), own];
    const running = await runEmbedded({
      services: controlPlane,
      env: { BATON_LOG_LEVEL: 'error', BATON_DATA: data, BATON_PACK: dirs.join(',') },
    });
    await seedCustomers(running);
    const tail = await EventTail.open(running.bus);
    const doors = {
      gateway: running.peers.client('speech-gateway', CallControlServiceClient),
      context: running.peers.client('context-store', ContextServiceClient),
      tail,
    };
    for (const dir of dirs) {
      const { name, scripts } = openPack(dir);
      const ids: string[] = [];
      for (const script of scripts.slice(0, SCRIPTS_A_PACK)) {
        const bot = script.turns.some(({ speaker }) => speaker === 'bot') ? 'script' : 'pack';
        ids.push((await playScript(script, doors, { tenantId: name, bot })).conversationId);
      }
      conversations.set(name, ids);
    }
    await tail.close();
    await running.stop();
    // Four packs learn their intents in this very thread.
  }, 300_000);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  afterEach(() => {
    process.exitCode = undefined;
    jest.restoreAllMocks();
  });

  async function printed(run: () => Promise<void>): Promise<string> {
    const said: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    await run();
    return said.join('');
  }
  const everyPack = [...shipped, 'corner-shop'];
  const packOf = (name: string) => (name === 'corner-shop' ? own : name);

  it.each(everyPack)('are derived again byte for byte: %s', async (name) => {
    const said = await printed(() => replayRecorded(undefined, { pack: packOf(name), data }));
    expect(said).toMatch(/^(\d+) of \1 decisions derived again, byte for byte\n$/);
    expect(process.exitCode).toBeUndefined();
  });

  it.each(everyPack)('are explained in words and as data, without naming the pack: %s', async (name) => {
    for (const id of conversations.get(name)!) {
      const text = await printed(() => explainRecorded(id, { data }));
      expect(text).toMatch(/turn \d+: (continue|clarify|offer-human|escalate)/);
      expect(text).toMatch(/to the customer: \S/);
      expect(text).toContain('smallest change: ');
      const lines = (await printed(() => explainRecorded(id, { data, json: true }))).trim().split('\n');
      for (const line of lines) {
        const decision = JSON.parse(line) as {
          rules: unknown[];
          toCustomer: string[];
          smallestChange: unknown;
        };
        expect(decision.rules).toHaveLength(openPack(packOf(name)).escalation.rules.length);
        expect(decision.toCustomer.length).toBeGreaterThan(0);
      }
    }
  });

  it('are explained to the customer in the language asked for', async () => {
    const [id] = conversations.get('bank')!;
    expect(await printed(() => explainRecorded(id!, { data, lang: 'de' }))).toMatch(
      /to the customer: (Der|Sie)/,
    );
  });

  it('are derived again from the log alone once the pack has changed', async () => {
    const rules = join(own, 'escalation.yaml');
    const before = readFileSync(rules, 'utf8');
    writeFileSync(rules, before.replace('weight: 0.3', 'weight: 0.31'));
    const said = await printed(() => replayRecorded(undefined, { pack: own, data }));
    expect(said).toMatch(/^(\d+) of \1 decisions/);
    writeFileSync(rules, 'broken: [');
    expect(await printed(() => replayRecorded(undefined, { pack: own, data }))).toBe(said);
    writeFileSync(rules, before);
  });

  it.each(everyPack)('are the same in a backtest under the same policy: %s', async (name) => {
    const policy = join(packDir(packOf(name)), 'escalation.yaml');
    const report = await backtestRecorded({ pack: packOf(name), policy, data }, { write: () => undefined });
    expect(report).toMatchObject({
      calls: SCRIPTS_A_PACK,
      samePolicy: true,
      changes: { same: SCRIPTS_A_PACK },
    });
  });
});

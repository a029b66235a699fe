import { jest } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatonProcess, type BatonOptions } from './support/baton-process.js';
import { Caller } from './support/caller.js';
import { baton as cli } from './support/cli.js';
import { eventually } from './support/eventually.js';
import type { Ended } from './support/program.js';
import { scratch } from './support/scratch.js';

jest.setTimeout(60_000);

/** Starts it and expects it to end by itself. */
async function refused(options: BatonOptions): Promise<Ended> {
  const { program } = await BatonProcess.launch(options);
  return program.end();
}

describe('a start that cannot work', () => {
  const folder = scratch('bad-start');
  const data = join(folder.dir, 'data');
  afterAll(() => folder.remove());

  it('names every fault of the environment at once', async () => {
    const env = {
      BATON_LOG_LEVEL: 'loud',
      BATON_GATE_MS: '-1',
      BATON_ROUTER_GRPC_PORT: 'seven',
      BATON_DIALOG_HTTP_PORT: '70000',
      BATON_AUDIT_ORIGIN: 'has space',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'nowhere',
    };
    const { code, stdout, stderr } = await refused({ data, env });
    expect([code, stdout]).toEqual([2, '']);
    for (const variable of Object.keys(env)) expect(stderr).toContain(variable);
    expect(stderr).toMatch(/BATON_ROUTER_GRPC_PORT: .*whole number from 0 to 65535/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('refuses an option it does not know, and says which there are', async () => {
    const { code, stderr } = await refused({ data, args: ['--fast'] });
    expect(code).toBe(2);
    expect(stderr).toContain('--fast');
    expect(stderr).toContain('--no-demo');
  });

  it('refuses a pack that is not there, naming those that are', async () => {
    const { code, stderr } = await refused({ data, env: { BATON_PACK: 'bonk' } });
    expect(code).toBe(2);
    expect(stderr).toContain('bonk');
    expect(stderr).toContain('bank');
  });

  it('refuses a pack with a broken rule, with file, line and reason', async () => {
    const pack = join(folder.dir, 'broken');
    expect((await cli(['init', pack, '--from', 'bank'])).code).toBe(0);
    const file = join(pack, 'escalation.yaml');
    const broken = readFileSync(file, 'utf8').replace(
      /when: topics\.fraud >= [\d.]+/,
      'when: topics.frod >= 0.5',
    );
    writeFileSync(file, broken);
    const line = broken.split('\n').findIndex((text) => text.includes('topics.frod')) + 1;
    const { code, stdout, stderr } = await refused({ data, env: { BATON_PACK: pack } });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`escalation\\.yaml:${line}\\b`));
    expect(stderr).toContain('topics.frod');
    expect(existsSync(join(data, 'baton.lock'))).toBe(false);
  });

  it('refuses a data folder that is in use, naming the process that has it', async () => {
    const first = await BatonProcess.start({ data, args: ['--no-demo'] });
    try {
      const { code, stderr } = await refused({ data });
      expect(code).toBe(2);
      expect(stderr).toContain(String(first.pid));
      expect(stderr).toContain('BATON_DATA');
      const caller = await Caller.call(first, { language: 'en' });
      caller.hangUp();
      await caller.untilPhase('ended');
    } finally {
      await first.kill();
    }
    // The lock of a process that was killed is nobody's.
    expect(existsSync(join(data, 'baton.lock'))).toBe(true);
    const next = await BatonProcess.start({ data, args: ['--no-demo'] });
    await next.stop();
    expect(existsSync(join(data, 'baton.lock'))).toBe(false);
  });
});

describe('a pack that is changed while Baton runs', () => {
  const folder = scratch('reload');
  const pack = join(folder.dir, 'bank');
  let baton: BatonProcess;

  beforeAll(async () => {
    expect((await cli(['init', pack, '--from', 'bank'])).code).toBe(0);
    const env = { BATON_PACK: pack };
    baton = await BatonProcess.start({ data: join(folder.dir, 'data'), env, args: ['--no-demo'] });
  });
  afterAll(async () => {
    await baton.stop();
    folder.remove();
  });

  const change = (file: string, edit: (text: string) => string) =>
    writeFileSync(join(pack, file), edit(readFileSync(join(pack, file), 'utf8')));
  const greetingOf = async () => {
    const caller = await Caller.call(baton, { language: 'en' });
    const { text } = await caller.hears('the greeting', ({ speaker }) => speaker === 'bot');
    caller.hangUp();
    return text;
  };

  it('keeps its old version while the new one has a fault, and says where', async () => {
    const before = await greetingOf();
    change('bot.yaml', (text) => text.replace('Welcome to Northgate Bank.', 'Good day from Northgate Bank.'));
    await eventually('the new greeting', async () => (await greetingOf()).startsWith('Good day'));

    change('escalation.yaml', (text) =>
      text.replace(/when: topics\.fraud >= [\d.]+/, 'when: topics.frod >= 0.5'),
    );
    change('bot.yaml', (text) => text.replace('Good day from Northgate Bank.', 'Never to be heard.'));
    await eventually('the fault in the log', () => /escalation\.yaml:\d+/.test(baton.program.stderr));
    expect(await greetingOf()).toMatch(/^Good day/);
    const caller = await Caller.call(baton, { language: 'en' });
    await caller.say('someone is using my card right now');
    await caller.untilPhase('waiting');
    caller.hangUp();

    change('escalation.yaml', (text) => text.replace('topics.frod', 'topics.fraud'));
    change('bot.yaml', (text) => text.replace('Never to be heard.', 'Welcome to Northgate Bank.'));
    await eventually('the mended version', async () => (await greetingOf()) === before);
  });
});

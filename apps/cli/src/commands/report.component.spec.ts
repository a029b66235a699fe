import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { allServices, runEmbedded } from '@baton/all-in-one';
import {
  AuditServiceClient,
  BotMode,
  CallControlServiceClient,
  Channel,
  EndReason,
  HandoffAbandoned,
  Speaker,
} from '@baton/contracts';
import { openEmbeddedStore } from '@baton/persistence';
import { unary } from '@baton/rpc';
import { Command } from 'commander';
import { reportCommands } from './report.js';

const services = ['compliance-auditor', 'router', 'speech-gateway'];
const month = new Date().toISOString().slice(0, 7);

describe('a report from what running services recorded', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'baton-report-'));
  const data = join(scratch, 'data');
  const note = join(scratch, 'report.note');

  beforeAll(async () => {
    const running = await runEmbedded({
      services: allServices.filter(({ name }) => services.includes(name)),
      env: { BATON_LOG_LEVEL: 'error', BATON_DATA: data, BATON_PACK: 'bank' },
      demo: false,
    });
    const gateway = running.peers.client('speech-gateway', CallControlServiceClient);
    const { conversationId } = await unary(gateway, gateway.startCall, {
      commandId: 'call',
      tenantId: 'bank',
      channel: Channel.CHANNEL_PHONE,
      language: 'en',
      jurisdiction: '',
      botMode: BotMode.BOT_MODE_EXTERNAL,
      customer: undefined,
    });
    const said = { speaker: Speaker.SPEAKER_CUSTOMER, text: '0', asrConfidence: 1, language: 'en' };
    await unary(gateway, gateway.recordTurn, { commandId: 'ask', conversationId, ...said });
    await unary(gateway, gateway.endCall, {
      commandId: 'leave',
      conversationId,
      reason: EndReason.END_REASON_CALLER_HUNG_UP,
    });
    const audit = running.peers.client('compliance-auditor', AuditServiceClient);
    for (let logged = false; !logged; await pause(50)) {
      const { entries } = await unary(audit, audit.getTrail, { tenantId: 'bank', conversationId });
      logged = entries.some(({ type }) => type === HandoffAbandoned.type);
    }
    // Stopping signs what is there.
    await running.stop();
  }, 60_000);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  afterEach(() => {
    process.exitCode = undefined;
    jest.restoreAllMocks();
  });

  async function baton(...args: string[]): Promise<string> {
    const said: string[] = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const program = new Command().exitOverride();
    reportCommands(program);
    await program.parseAsync(['node', 'baton', 'report', ...args]);
    return said.join('');
  }

  it('has the request and why nobody came', async () => {
    const report = JSON.parse(
      await baton('time-to-human', '--month', month, '--data', data, '--json'),
    ) as object;
    expect(report).toMatchObject({
      tenant: 'bank',
      requests: 1,
      served: 0,
      met: false,
      byHow: [{ name: 'keyed', requests: 1 }],
      byQueue: [{ name: 'general' }],
      neverServed: [{ why: expect.stringMatching(/^hung up/), requests: 1 }],
    });
  });

  it('is signed, verifies offline, and is the same when made again', async () => {
    const page = join(scratch, 'report.html');
    const made = await baton(
      'time-to-human',
      '--month',
      month,
      '--data',
      data,
      '--sign',
      note,
      '--html',
      page,
    );
    expect(made).toContain('1 explicit requests, 0 reached a human');
    expect(existsSync(page)).toBe(true);
    const checked = await baton('verify', note, '--data', data);
    expect(checked).toContain('made again from them, the report is the same');
    expect(process.exitCode).toBeUndefined();
  });

  it('does not verify with another figure', async () => {
    const changed = join(scratch, 'changed.note');
    writeFileSync(changed, readFileSync(note, 'utf8').replace('"served":0', '"served":1'));
    expect(await baton('verify', changed, '--data', data)).toContain('does NOT hold');
    expect(process.exitCode).toBe(1);
  });

  it('is not made from, nor found true of, a log that was changed', async () => {
    const store = await openEmbeddedStore({ file: join(data, 'store.db') });
    const entries = await store.collection<{ type: string; dataJson: string; timeMs: number }>({
      name: 'audit_entry',
      indexes: [{ fields: ['tenant', 'conversationId', 'eventId'], unique: true }],
    });
    const found = await entries.getMany(
      Array.from({ length: 40 }, (_, n) => `bank/${String(n).padStart(12, '0')}`),
    );
    const { id, version, body } = found.find(({ body: { type } }) => type === HandoffAbandoned.type)!;
    await entries.save(id, version, { ...body, dataJson: body.dataJson.replace('queued', 'bridged') });
    await store.close();
    await expect(baton('time-to-human', '--month', month, '--data', data)).rejects.toMatchObject({
      exitCode: 1,
    });
    expect(await baton('verify', note, '--data', data)).toContain('does not verify');
  });

  it.each([
    [['time-to-human', '--month', '2026-13', '--data', data], /--month 2026-13/],
    [['time-to-human', '--month', month, '--timezone', 'Mars/Base', '--data', data], /--timezone Mars/],
    [['verify', join(scratch, 'nowhere'), '--data', data], /no such file/],
  ])('refuses %j with what to write instead', async (args, message) => {
    await expect(baton(...args)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(message),
    });
  });
});

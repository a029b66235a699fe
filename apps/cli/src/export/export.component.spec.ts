import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { controlPlane, runEmbedded, seedCustomers } from '@baton/all-in-one';
import { EventTail, playScript } from '@baton/client';
import { verifyBundle } from '@baton/compliance-auditor';
import { CallControlServiceClient, ContextServiceClient } from '@baton/contracts';
import {
  handoffPacketSchema,
  importOhp,
  ohpEnvelopeSchema,
  openVcon,
  type HandoffPacket,
  type OhpEnvelope,
  type ViewerRole,
} from '@baton/handoff-formats';
import { exportJWK } from 'jose';
import { exportRecorded } from '../commands/audit-export.js';
import { proveRecorded, verifyProofFile } from '../commands/audit-prove.js';
import { openPack, packDir } from '../open-pack.js';
import { exportConversation, type ExportOptions } from './export-conversation.js';
import { exportFormats } from './export-formats.js';

describe('a conversation of running services, exported', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'baton-export-'));
  const data = join(scratch, 'data');
  let conversation: string;
  let live: { readonly packet: string; readonly running: string; readonly unknown: unknown };
  const options = (changes: Partial<ExportOptions>): ExportOptions => ({
    conversation,
    format: 'packet',
    role: 'agent',
    data,
    issuer: 'baton',
    audience: 'other',
    region: 'local',
    purpose: 'human-takeover',
    ...changes,
  });

  beforeAll(async () => {
    const running = await runEmbedded({
      services: controlPlane,
      env: { BATON_LOG_LEVEL: 'error', BATON_DATA: data, BATON_PACK: packDir('bank') },
    });
    await seedCustomers(running);
    try {
      const tail = await EventTail.open(running.bus);
      const context = running.peers.client('context-store', ContextServiceClient);
      const gateway = running.peers.client('speech-gateway', CallControlServiceClient);
      const script = openPack('bank').scripts.find((each) => each.expect?.shouldEscalate)!;
      const bot = script.turns.some(({ speaker }) => speaker === 'bot') ? 'script' : 'pack';
      const played = await playScript(script, { gateway, context, tail }, { tenantId: 'bank', bot });
      conversation = played.conversationId;
      // gRPC writes a scheme before the address.
      const address = context
        .getChannel()
        .getTarget()
        .replace(/^[a-z0-9]+:\/*/, '');
      live = {
        packet: await printed(() => exportConversation(options({ context: address }))),
        running: await printed(() => exportConversation(options({}))),
        unknown: await exportConversation(options({ conversation: 'nobody' })).catch(
          (thrown: unknown) => thrown,
        ),
      };
      await tail.close();
    } finally {
      await running.stop();
    }
    // The pack learns its intents in this very thread.
  }, 300_000);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));
  afterEach(() => {
    process.exitCode = undefined;
    jest.restoreAllMocks();
  });

  async function printed(run: () => void | Promise<void>): Promise<string> {
    const said: string[] = [];
    const spies = [
      jest.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0),
      jest.spyOn(process.stderr, 'write').mockReturnValue(true),
    ];
    try {
      await run();
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    return said.join('');
  }
  const exported = async <T>(changes: Partial<ExportOptions>, now?: number) =>
    JSON.parse(await printed(() => exportConversation(options(changes), now))) as T;

  it('is the published packet, of a running service and of the folder beside it alike', () => {
    const [asked, read] = [live.packet, live.running].map((text) => JSON.parse(text) as HandoffPacket);
    expect(handoffPacketSchema.parse(asked)).toEqual(asked);
    // The conversation may have gone on in between.
    expect(read).toMatchObject({ conversationId: conversation, decision: asked?.decision });
    expect(asked?.control.verb).toBe('PROPOSE');
    expect(asked?.routing).toMatchObject({
      skills: [expect.any(String)],
      serviceLevel: { percent: expect.any(Number) },
    });
    expect(asked?.retention).toMatchObject({ conversationDays: 365, jurisdiction: 'GB' });
    expect(asked?.disclosure).toMatchObject({ disclosed: true, version: '2026-08' });
    expect(asked?.decision?.reasons.length).toBeGreaterThan(0);
    expect(live.unknown).toMatchObject({ exitCode: 2 });
  });

  it.each(Object.keys(exportFormats))('is one line of JSON in the format %s', async (format) => {
    expect(await exported<object>({ format })).toEqual(expect.any(Object));
  });

  it('has its events for an auditor, in the order they were logged, and not for an agent', async () => {
    const { events } = await exported<{ events: { type: string; index: number }[] }>({
      format: 'json',
      role: 'auditor',
    });
    expect(events[0]?.type).toBe('baton.conversation.v1.ConversationStarted');
    expect(events.map(({ index }) => index)).toEqual(events.map(({ index }) => index).sort((a, b) => a - b));
    expect(await exported({ format: 'json' })).not.toHaveProperty('events');
  });

  it('is taken by the receiver of a signed envelope, by the key made in the data folder', async () => {
    const now = Date.now();
    const envelope = await exported<OhpEnvelope>({ format: 'ohp', sign: true }, now);
    const file = join(data, 'keys', 'ohp-ed25519.pem');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    const jwk = {
      ...(await exportJWK(createPublicKey(readFileSync(file)))),
      kid: envelope.signatures![0]!.kid,
    };
    const trust = { vendor: 'other', minTier: 'signed' as const, keysOf: () => [jwk], seen: () => false };
    expect(await importOhp(envelope, trust, now)).toMatchObject({
      ok: true,
      value: { callId: conversation },
    });
    const again = await exported<OhpEnvelope>({ format: 'ohp', sign: true }, now);
    expect(again.signatures![0]!.kid).toBe(jwk.kid);
    expect(again.id).not.toBe(envelope.id);
    expect(ohpEnvelopeSchema.parse(await exported({ format: 'ohp' }))).toMatchObject({ conformance: 'core' });
  });

  it('is a vCon anyone can open by its certificate', async () => {
    const signed = await exported<Parameters<typeof openVcon>[0]>({ format: 'vcon', sign: true });
    const pem = readFileSync(join(data, 'keys', 'vcon-rs256.pem'), 'utf8');
    const mine = new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE'))).fingerprint256;
    const opened = await openVcon(signed, ({ fingerprint256 }) => fingerprint256 === mine, Date.now());
    expect(opened.ok && opened.value.attachments[0]?.body).toMatchObject({ conversationId: conversation });
  });

  it.each([
    ['a format that cannot be signed', { format: 'twilio', sign: true as const }, 2],
    ['a key file that is not there', { format: 'ohp', sign: 'nowhere.pem' }, 2],
    ['a folder without data', { data: join(scratch, 'empty') }, 3],
    ['a service that does not answer', { context: '127.0.0.1:1' }, 3],
  ])('is refused: %s', async (_what, changes, exitCode) => {
    await expect(exportConversation(options(changes))).rejects.toMatchObject({ exitCode });
  });

  it('is refused under a key of another kind, or an RSA key without its certificate', async () => {
    const file = join(scratch, 'rsa.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }));
    for (const format of ['ohp', 'vcon'])
      await expect(exportConversation(options({ format, sign: file }))).rejects.toMatchObject({
        exitCode: 2,
      });
  });

  it('has each of its events proven offline, by a file and a key', async () => {
    const { events } = await exported<{ events: { id: string }[] }>({ format: 'json', role: 'auditor' });
    const out = join(scratch, 'proof.json');
    for (const { id: event } of [events[0]!, events.at(-1)!]) {
      await printed(() => proveRecorded({ event, data, out }));
      const { verifierKey } = JSON.parse(readFileSync(out, 'utf8')) as { verifierKey: string };
      expect(await printed(() => verifyProofFile(out, { key: [verifierKey] }))).toMatch(/^proven: baton\./);
      expect(process.exitCode).toBeUndefined();
    }
    writeFileSync(out, readFileSync(out, 'utf8').replace('"index":', '"index":1'));
    expect(await printed(() => verifyProofFile(out, {}))).toMatch(/^not proven: /);
    expect(process.exitCode).toBe(1);
    await expect(proveRecorded({ event: 'none', data })).rejects.toMatchObject({ exitCode: 2 });
  });

  it('is in the exported log, which verifies', async () => {
    const out = join(scratch, 'log.jsonl');
    await printed(() => exportRecorded({ data, out }));
    expect(existsSync(out)).toBe(true);
    const report = await verifyBundle(readFileSync(out, 'utf8').trimEnd().split('\n'));
    expect(report).toMatchObject({ ok: true, tenant: 'bank' });
    await expect(exportRecorded({ data, tenant: 'nobody' })).rejects.toMatchObject({ exitCode: 2 });
  });

  it.each(['agent', 'supervisor', 'auditor', 'external'] as ViewerRole[])(
    'says for whom it was redacted: %s',
    async (role) => {
      expect((await exported<HandoffPacket>({ role })).transcript.redaction.role).toBe(role);
    },
  );
});

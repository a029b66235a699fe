import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import {
  AuditServiceClient,
  ConsentRecorded,
  ConsentState,
  DisclosureKind,
  DisclosurePlayed,
  EndReason,
  ConversationEnded,
  LeaseHolder,
  SpeechLeaseMoved,
  type EventDefinition,
  type GetTrailResponse,
} from '@baton/contracts';
import { encodeEvent, type EventRecord } from '@baton/eventing';
import { derivedId } from '@baton/kernel';
import { unary } from '@baton/rpc';
import { readConfig, runServices, type RunningServices } from '@baton/service-kit';
import { complianceAuditor } from './compliance-auditor.service.js';
import { entryId } from './domain/audit-entry.js';
import { openLogStore } from './log/log-store.js';
import { announcedCheckpoints } from './offline/announced-checkpoints.js';
import { exportLog } from './offline/export-log.js';
import { verifyBundle } from './offline/verify-bundle.js';
import { verifyDataFolder } from './offline/verify-data-folder.js';

jest.setTimeout(60_000);

const TENANT = 'bank';
const packs = fileURLToPath(new URL('../../../packs', import.meta.url));

describe('the auditor alone, on an embedded bus and store', () => {
  let folder: string;
  let dataDir: string;
  let running: RunningServices;

  const start = async (environment: Readonly<Record<string, string>> = {}) => {
    const config = readConfig({
      BATON_BUS: 'embedded',
      BATON_STORE: 'embedded',
      BATON_DATA: dataDir,
      BATON_PACKS_DIR: packs,
      BATON_PACK: TENANT,
      BATON_LOG_LEVEL: 'error',
      BATON_COMPLIANCE_AUDITOR_HTTP_PORT: '0',
      BATON_COMPLIANCE_AUDITOR_GRPC_PORT: '0',
      ...environment,
    });
    if (!config.ok) throw new Error(JSON.stringify(config.error));
    running = await runServices([complianceAuditor], { config: config.value, demo: false });
  };
  const client = () => running.peers.client('compliance-auditor', AuditServiceClient);
  const trail = (conversationId: string, tenantId = TENANT): Promise<GetTrailResponse> =>
    unary(client(), client().getTrail, { tenantId, conversationId });
  const provenTrail = async (conversationId: string, entries: number): Promise<GetTrailResponse> => {
    for (const end = Date.now() + 15_000; ;) {
      const answer = await trail(conversationId);
      if (answer.entries.length >= entries && answer.unproven === 0) return answer;
      if (Date.now() > end)
        throw new Error(`${answer.entries.length} entries, ${answer.unproven} not proven`);
      await pause(50);
    }
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-auditor-'));
    dataDir = join(folder, 'data');
    await start();
  });

  afterEach(async () => {
    await running.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('logs every event of a call once, proves it, and goes on after a restart', async () => {
    const call = callEvents('call-1');
    await running.bus.publish(call);
    await running.bus.publish([call[1]!, call[3]!]);
    const before = await provenTrail('call-1', call.length);
    expect(before.entries.map(({ eventId }) => eventId).toSorted()).toEqual(call.map(eventIdOf).toSorted());
    expect(before.entries.every(({ proven }) => proven)).toBe(true);

    await running.stop();
    await start();
    const next = callEvents('call-2');
    await running.bus.publish([...call, ...next]);
    await provenTrail('call-2', next.length);
    const after = await provenTrail('call-1', call.length);
    expect(after.entries.map(({ index, leafHash }) => `${index} ${leafHash}`)).toEqual(
      before.entries.map(({ index, leafHash }) => `${index} ${leafHash}`),
    );
    expect(after.verifierKey).toBe(before.verifierKey);
    const report = await verifyDataFolder(dataDir);
    expect(report).toMatchObject({
      ok: true,
      logs: [{ tenant: TENANT, entries: call.length + next.length }],
    });
  });

  it('logs every event once where it was killed on the way', async () => {
    const call = callEvents('call-1');
    await running.bus.publish(call.slice(0, 4));
    await provenTrail('call-1', 4);
    await running.bus.publish(call.slice(4));
    // The files as they are now are what a process that dies now leaves behind.
    const left = join(folder, 'left-behind');
    await cp(dataDir, left, { recursive: true });
    await running.stop();
    dataDir = left;
    await start();
    await running.bus.publish(call);
    const { entries } = await provenTrail('call-1', call.length);
    expect(entries.map(({ eventId }) => eventId).toSorted()).toEqual(call.map(eventIdOf).toSorted());
    expect(await verifyDataFolder(left)).toMatchObject({ ok: true, logs: [{ entries: call.length }] });
  });

  it('signs at the end, announces every checkpoint, and exports what verifies by itself', async () => {
    await running.bus.publish(callEvents('call-1'));
    await provenTrail('call-1', 7);
    const { checkpoint, size, entries, verifierKey } = await unary(client(), client().getCheckpoint, {
      tenantId: TENANT,
    });
    expect({ size, entries }).toEqual({ size: 7, entries: 7 });
    expect(checkpoint).toMatch(/^baton\.local\/audit\/bank\n7\n/);
    const lines: string[] = [];
    for await (const line of exportLog(running.store, TENANT)) lines.push(line);
    expect(await verifyBundle(lines, { verifierKeys: [verifierKey] })).toMatchObject({ ok: true, opened: 7 });
    await running.stop();
    expect((await announcedCheckpoints(dataDir)).get(TENANT)).toContain(checkpoint);
    await start();
  });

  it('does not say an event is proven after it was changed in the store, and verification finds it', async () => {
    const call = callEvents('call-1');
    await running.bus.publish(call);
    await provenTrail('call-1', call.length);
    const { entries } = await openLogStore(running.store);
    const victim = (await entries.get(entryId(TENANT, 2)))!;
    const dataJson = victim.body.dataJson.replace(/"/, ' "');
    await entries.save(victim.id, victim.version, { ...victim.body, dataJson });
    const answer = await trail('call-1');
    expect(answer.entries.filter(({ proven }) => !proven).map(({ index }) => index)).toEqual([2]);
    expect(answer.unproven).toBe(1);
    const report = await verifyDataFolder(dataDir);
    expect(report.logs[0]?.faults).toMatchObject([{ code: 'commitment-mismatch', index: 2 }]);
  });

  it('knows what the caller was told and agreed to', async () => {
    const call = callEvents('call-1');
    await running.bus.publish([...call, ...call]);
    await provenTrail('call-1', call.length);
    const { consents } = await unary(client(), client().getConsents, {
      tenantId: TENANT,
      conversationId: 'call-1',
    });
    expect(consents.map(({ purpose, state }) => `${purpose} ${state}`)).toEqual([
      'ai-disclosure played',
      'consent-notice played',
      'recording notified',
      'recording refused',
    ]);
    const other = { tenantId: 'health', conversationId: 'call-1' };
    expect((await unary(client(), client().getConsents, other)).consents).toEqual([]);
  });

  it('answers for a tenant without a log, and refuses what is no tenant', async () => {
    expect(await trail('call-1', 'nobody')).toMatchObject({ entries: [], checkpoint: '', unproven: 0 });
    await expect(trail('call-1', '../bank')).rejects.toMatchObject({ code: 'invalid-argument' });
    expect(existsSync(join(dataDir, 'keys', 'audit-ed25519.pem'))).toBe(true);
  });
});

/** Seven events of one call, as the gateway says them. */
function callEvents(conversation: string): EventRecord[] {
  const disclosure = { language: 'en', textSha256: '0'.repeat(64), version: '1', jurisdiction: 'US-CA' };
  const consent = { purpose: 'recording', jurisdiction: 'US-CA', noticeVersion: '1' };
  const lease = { holder: LeaseHolder.LEASE_HOLDER_BOT, agentId: '' };
  let n = 0;
  const record = <T>(type: EventDefinition<T>, data: T): EventRecord => {
    n += 1;
    const meta = {
      id: derivedId(conversation, type.type, n),
      source: `/baton/${type.producer}`,
      time: 1_772_366_400_000 + n,
      subject: conversation,
      tenantId: TENANT,
      correlationId: conversation,
    };
    return encodeEvent(type, meta, data);
  };
  return [
    record(DisclosurePlayed, { kind: DisclosureKind.DISCLOSURE_KIND_AI, ...disclosure }),
    record(DisclosurePlayed, { kind: DisclosureKind.DISCLOSURE_KIND_CONSENT_NOTICE, ...disclosure }),
    record(ConsentRecorded, { state: ConsentState.CONSENT_STATE_NOTIFIED, ...consent }),
    record(SpeechLeaseMoved, { ...lease, participants: [], token: 1 }),
    record(ConsentRecorded, { state: ConsentState.CONSENT_STATE_REFUSED, ...consent }),
    record(SpeechLeaseMoved, { ...lease, participants: [], token: 2 }),
    record(ConversationEnded, { reason: EndReason.END_REASON_CALLER_HUNG_UP, endedAtMs: 1_772_366_400_008 }),
  ];
}

function eventIdOf({ headers }: EventRecord): string {
  return headers['ce_id']!;
}

import { openCheckpoint, parseVerifierKey } from '@baton/ledger';
import type { DocumentStore } from '@baton/persistence';
import { openTemporaryStore } from '@baton/persistence/testing';
import { privateKeyFromSeed } from '@baton/ledger';
import { entryId } from '../domain/audit-entry.js';
import { openLogStore } from '../log/log-store.js';
import { batchOf, upTo } from '../testing/deliveries.js';
import { openAuditLog, signNow, testKeys, writeLog } from '../testing/small-log.js';
import { LogKeys } from './log-keys.js';
import { signCheckpoint } from './sign-checkpoint.js';

describe('signing checkpoints', () => {
  let opened: Awaited<ReturnType<typeof openTemporaryStore>>;
  let store: DocumentStore;

  beforeEach(async () => {
    opened = await openTemporaryStore();
    store = opened.store;
  });

  afterEach(() => opened.dispose());

  it('states origin, size and root under a signature that anyone can check', async () => {
    const [signed] = await writeLog(store, [upTo(5)]);
    const verifier = parseVerifierKey(signed!.verifierKey);
    if (!verifier.ok) throw new Error(verifier.error.code);
    const read = openCheckpoint(signed!.note, { origin: 'audit.example/bank', log: [verifier.value] });
    expect(read.ok && read.value.checkpoint.size).toBe(5);
    expect(signed).toMatchObject({ tenant: 'bank', origin: 'audit.example/bank', size: 5 });
  });

  it('signs a size once', async () => {
    const log = await openAuditLog(store);
    await log.append(...batchOf(upTo(5)));
    expect(await signNow(store, log)).toBeDefined();
    expect(await signNow(store, log)).toBeUndefined();
    await log.append(...batchOf([5]));
    expect((await signNow(store, log))?.size).toBe(6);
  });

  it('does not sign after an entry was changed behind its back', async () => {
    await writeLog(store, [upTo(5)]);
    const { entries, heads } = await openLogStore(store);
    const changed = (await entries.get(entryId('bank', 2)))!;
    const commitment = (await entries.get(entryId('bank', 3)))!.body.commitment;
    await entries.save(changed.id, changed.version, { ...changed.body, commitment });
    await heads.delete('bank', (await heads.get('bank'))!.version);
    const log = await openAuditLog(store);
    await log.append(...batchOf([5]));
    await expect(signNow(store, log)).rejects.toMatchObject({ code: 'audit-log-inconsistent' });
  });

  it('does not sign a log that lost entries, not even once it is longer again', async () => {
    await writeLog(store, [upTo(5)]);
    const { entries, heads } = await openLogStore(store);
    for (const index of [3, 4]) await entries.delete(entryId('bank', index), 1);
    await heads.delete('bank', (await heads.get('bank'))!.version);
    const log = await openAuditLog(store);
    await log.append(...batchOf([5]));
    await expect(signNow(store, log)).rejects.toMatchObject({ code: 'audit-log-inconsistent' });
    await log.append(...batchOf([6, 7]));
    await expect(signNow(store, log)).rejects.toMatchObject({ code: 'audit-log-inconsistent' });
  });

  it('does not go on under another origin', async () => {
    const [last] = await writeLog(store, [upTo(5)]);
    const log = (await (await openAuditLog(store)).find('bank'))!;
    const other = new LogKeys('other.example', privateKeyFromSeed(Buffer.alloc(32, 7)));
    const signing = signCheckpoint(log, other.signer('bank'), last);
    await expect(signing).rejects.toMatchObject({ code: 'audit-origin-changed' });
    expect(testKeys.signer('bank').name).toBe('audit.example/bank');
  });
});

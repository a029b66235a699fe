import fc from 'fast-check';
import type { Result } from '@baton/kernel';
import { openTemporaryStore } from '@baton/persistence/testing';
import { batchOf, delivery, upTo } from '../testing/deliveries.js';
import { openAuditLog, writeLog } from '../testing/small-log.js';
import type { EventProof } from './event-proof.js';
import { proveEvent, type NoProof } from './prove-event.js';
import { verifyEventProof } from './verify-event-proof.js';

const SIGNED = 300;

describe('the proof of one event', () => {
  const proofs = new Map<number, EventProof>();
  let unproven: Result<EventProof, NoProof>[];
  let store: Awaited<ReturnType<typeof openTemporaryStore>>;

  beforeAll(async () => {
    store = await openTemporaryStore();
    await writeLog(store.store, [upTo(7), upTo(SIGNED)]);
    await (await openAuditLog(store.store)).append(...batchOf([SIGNED]));
    for (const n of [0, 6, 7, 255, 256, SIGNED - 1]) {
      const proof = await proveEvent(store.store, delivery(n).event.meta.id);
      if (!proof.ok) throw new Error(`${n}: ${proof.error}`);
      proofs.set(n, proof.value);
    }
    unproven = [
      await proveEvent(store.store, delivery(SIGNED).event.meta.id),
      await proveEvent(store.store, 'no-such-event'),
    ];
  });
  afterAll(() => store.dispose());

  it('holds wherever it stands, against the first checkpoint that covers it, under a key one has', () => {
    for (const [n, proof] of proofs) {
      const read = JSON.parse(JSON.stringify(proof));
      expect(verifyEventProof(read, [proof.verifierKey])).toMatchObject({
        ok: true,
        value: { index: n, tenant: 'bank', size: n < 7 ? 7 : SIGNED, keySource: 'given', erased: false },
      });
      expect(verifyEventProof(read)).toMatchObject({ ok: true, value: { keySource: 'found' } });
    }
  });

  it('does not exist for an event no checkpoint covers, and for none', () => {
    expect(unproven.map((result) => result.ok || result.error)).toEqual(['not-signed-yet', 'event-unknown']);
  });

  it('fails after any change to any text or number of it', () => {
    const proof = proofs.get(256)!;
    const places = [
      ...Object.keys(proof.entry).map((name) => ['entry', name]),
      ...['tenant', 'verifierKey', 'tlogProof'].map((name) => [name]),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(), ([outer, inner], at) => {
        const changed = JSON.parse(JSON.stringify(proof));
        const holder = inner === undefined ? changed : changed[outer!];
        const name = inner ?? outer!;
        const value = holder[name];
        holder[name] = typeof value === 'number' ? value + 1 : flipped(value as string, at);
        expect(verifyEventProof(changed, [proof.verifierKey]).ok && name !== 'verifierKey').toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('fails under a key of another log, and under none', () => {
    const proof = proofs.get(7)!;
    expect(verifyEventProof(proof, [proof.verifierKey.replace('/bank', '/health')])).toEqual({
      ok: false,
      error: 'no-key',
    });
    expect(verifyEventProof(proof, [])).toEqual({ ok: false, error: 'no-key' });
    expect(verifyEventProof({})).toEqual({ ok: false, error: 'proof-malformed' });
  });
});

function flipped(text: string, at: number): string {
  if (text === '') return 'x';
  const place = at % text.length;
  return text.slice(0, place) + (text[place] === 'A' ? 'B' : 'A') + text.slice(place + 1);
}

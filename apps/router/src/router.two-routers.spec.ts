import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AgentReserved, HandoffOffered, HandoffQueued } from '@baton/contracts';
import { openEmbeddedBus, type EventBus } from '@baton/eventing';
import { openEmbeddedStore, type DocumentStore } from '@baton/persistence';
import { systemClock } from '@baton/kernel';
import { DeskHand } from './testing/desk-hand.js';
import { RunningRouter } from './testing/running-router.js';

/** The store as routers see it that are not alone on it: nothing is taken from memory, and a lease is needed to match. */
function sharedBy(store: DocumentStore): DocumentStore {
  return {
    exclusive: false,
    collection: (spec) => store.collection(spec),
    health: () => store.health(),
    close: async () => undefined,
  };
}

describe('two routers on one bus and store', () => {
  let folder: string;
  let bus: EventBus;
  let store: DocumentStore;
  let first: RunningRouter;
  let second: RunningRouter;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-two-'));
    bus = openEmbeddedBus({ file: join(folder, 'bus.db'), clock: systemClock });
    store = await openEmbeddedStore({ file: join(folder, 'store.db') });
    const shared = { bus, store: sharedBy(store) };
    first = await RunningRouter.start('bank', undefined, shared);
    second = await RunningRouter.start('bank', undefined, shared);
  });
  afterAll(async () => {
    await second.stop();
    await bus.close();
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('serve callers in exact order, also when the one that matched stops, and lose nobody', async () => {
    const caller = new DeskHand(first);
    const calls: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      const call = await caller.escalate();
      await second.until(HandoffQueued, call);
      calls.push(call);
    }
    const offeredNext = async (hand: DeskHand, n: number) => {
      await hand.agent(`agent-${n}`);
      await second.eventually(() => second.said(HandoffOffered).length > n, `offer ${n + 1}`);
      return second.seen.filter(({ meta }) => meta.type === HandoffOffered.type)[n]!.meta.subject;
    };
    const [one, two] = [new DeskHand(first), new DeskHand(second)];
    for (let n = 0; n < 4; n += 1) expect(await offeredNext(n % 2 === 0 ? one : two, n)).toBe(calls[n]);
    await first.stop();
    for (let n = 4; n < 8; n += 1) expect(await offeredNext(two, n)).toBe(calls[n]);
    const held = second.said(AgentReserved).map(({ handoffId }) => handoffId);
    expect(new Set(held).size).toBe(held.length);
  });
});

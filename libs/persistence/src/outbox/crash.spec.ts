import fc from 'fast-check';
import type { EventRecord } from '@baton/eventing';
import { derivedId } from '@baton/kernel';
import { hookedStore, openTemporaryStore } from '../testing/index.js';
import { add, ADDED, COUNTED, dataOf, eventId, type Added, type Tally } from '../testing/tally.js';
import { commandCause } from './cause.js';
import { openOutboxRepository } from './open-outbox-repository.js';
import type { OutboxRepository } from './outbox-repository.js';

interface Command {
  readonly id: string;
  readonly document: string;
  readonly amount: number;
}

const COLLECTION = 'crash_tally';

describe('whatever step the process dies at', () => {
  it('the published events are those of the commands, and the state is their sum', async () => {
    const step = fc.integer({ min: 1, max: 30 });
    const command = fc.record({
      document: fc.constantFrom('a', 'b', 'c'),
      amount: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(command, { minLength: 1, maxLength: 12 }),
        fc.array(step, { maxLength: 4 }),
        survives,
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each(Array.from({ length: 40 }, (_, n) => n + 1))(
    '(a crash at step %i of three updates and a sweep)',
    async (n) => {
      const commands = [1, 2, 3].map((amount) => ({ document: amount === 3 ? 'b' : 'a', amount }));
      await survives(commands, [n]);
    },
  );
});

/** Runs the commands through as many processes as there are crashes, each dying at its given step, and one that lives. */
async function survives(
  drafts: readonly { readonly document: string; readonly amount: number }[],
  crashes: readonly number[],
): Promise<void> {
  const commands = drafts.map((command, n) => ({ ...command, id: `command-${n}` }));
  const opened = await openTemporaryStore();
  try {
    const log: EventRecord[] = [];
    let store = opened.store;
    for (const crashAt of [...crashes, Number.POSITIVE_INFINITY]) {
      const life = new Life(crashAt);
      const repository = await openOutboxRepository<Tally>({
        store: hookedStore(store, () => life.step()),
        name: COLLECTION,
        source: '/baton/crash',
        publish: (records) => life.publish(log, records),
        clock: { now: () => 1_700_000_000_000 },
        inboxSize: 16,
      });
      await deliver(repository, commands);
      if (crashAt === Number.POSITIVE_INFINITY) {
        await check(repository, commands, log);
        await repository.close();
      }
      store = await opened.reopen();
    }
  } finally {
    await opened.dispose();
  }
}

/** One process: from its fatal step on nothing it does has any effect. */
class Life {
  #steps = 0;
  readonly #crashAt: number;

  constructor(crashAt: number) {
    this.#crashAt = crashAt;
  }

  step(): void {
    this.#steps += 1;
    if (this.#steps >= this.#crashAt) throw new Error('killed');
  }

  async publish(log: EventRecord[], records: readonly EventRecord[]): Promise<void> {
    for (const record of records) {
      this.step();
      log.push(record);
    }
    this.step();
  }
}

/** The consumer: after each start it recovers, then gets every command again, in order per document. */
async function deliver(repository: OutboxRepository<Tally>, commands: readonly Command[]): Promise<void> {
  await repository.recover().catch(() => 0);
  for (const { id, document, amount } of commands) {
    const cause = commandCause({ commandId: id, tenantId: 't1', correlationId: document });
    // A rejected handler keeps its offset: what follows on the partition is not delivered before it succeeds.
    const handled = await repository.update(document, cause, add(document, amount)).then(
      () => true,
      () => false,
    );
    if (!handled) return;
    if (id.endsWith('1')) await repository.sweep().catch(() => 0);
  }
}

async function check(
  repository: OutboxRepository<Tally>,
  commands: readonly Command[],
  log: readonly EventRecord[],
): Promise<void> {
  const expected = commands.flatMap(({ id, document }) =>
    [ADDED, COUNTED].map(({ type }, ordinal) => derivedId(`${id}\n${COLLECTION}/${document}`, type, ordinal)),
  );
  expect(new Set(log.map(eventId))).toEqual(new Set(expected));
  for (const document of new Set(commands.map((command) => command.document))) {
    const amounts = commands.filter((command) => command.document === document).map(({ amount }) => amount);
    const total = amounts.reduce((sum, amount) => sum + amount, 0);
    expect((await repository.get(document))?.state).toEqual({ total, steps: amounts.length });
    expect(firstTotals(log, document)).toEqual(amounts.map((_, n) => sumOf(amounts.slice(0, n + 1))));
  }
  expect(sameBytesPerId(log)).toBe(true);
}

/** What `Added` said, in the order in which a consumer that drops duplicates would hear it. */
function firstTotals(log: readonly EventRecord[], document: string): number[] {
  const added = log.filter((record) => record.key === document && record.headers['ce_type'] === ADDED.type);
  const first = new Map(added.toReversed().map((record) => [eventId(record), record]));
  return added
    .filter((record) => first.get(eventId(record)) === record)
    .map((record) => dataOf<Added>(record).total);
}

function sameBytesPerId(log: readonly EventRecord[]): boolean {
  const said = new Map<string, string>();
  return log.every((record) => {
    const bytes = JSON.stringify([record.headers, Buffer.from(record.value).toString('base64')]);
    const before = said.get(eventId(record)) ?? bytes;
    said.set(eventId(record), bytes);
    return before === bytes;
  });
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

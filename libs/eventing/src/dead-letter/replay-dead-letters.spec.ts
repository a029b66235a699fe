import { setTimeout as pause } from 'node:timers/promises';
import { BatonError } from '@baton/kernel';
import { startConsumer } from '../consumer/start-consumer.js';
import { step, StepTaken, testCatalog, TOPIC, type Step } from '../consumer/test-events.js';
import { openEmbeddedBus } from '../embedded/embedded-bus.js';
import type { BatonEvent } from '../envelope.js';
import type { EventBus } from '../event-bus.js';
import { failingBus } from '../failing-bus.js';
import { deadLetterTopic } from './dead-letter.js';
import { listDeadLetters } from './list-dead-letters.js';
import { replayDeadLetters } from './replay-dead-letters.js';

const clock = { now: () => 1_000 };

describe('dead letters', () => {
  let bus: EventBus;
  beforeEach(() => {
    bus = openEmbeddedBus({ file: ':memory:', clock, partitions: 4 });
  });
  afterEach(() => bus.close());

  const consume = (service: string, handle: (event: BatonEvent<Step>) => Promise<void>) =>
    startConsumer({
      bus,
      catalog: testCatalog,
      service,
      clock,
      retry: { attempts: 1 },
      handlers: [{ type: StepTaken, handle }],
    });
  const refuse = async () => {
    throw new BatonError('broken', 'The handler has a bug.');
  };
  const KEYS = ['a', 'b', 'c', 'd', 'e'];

  /** Ten events of each key are dead letters of `failing`; `fine` has handled them. */
  const bury = async () => {
    const failing = await consume('failing', refuse);
    let handledByFine = 0;
    const fine = await consume('fine', async () => void (handledByFine += 1));
    for (let n = 0; n < 10; n += 1) await bus.publish(KEYS.map((key) => step(key, n)));
    await eventually(async () => (await listDeadLetters(bus, 'failing')).length === 50);
    await eventually(() => handledByFine === 50);
    await failing.stop();
    return { fine, handledByFine: () => handledByFine };
  };

  it('are empty at first, and replaying nothing is fine', async () => {
    expect(await listDeadLetters(bus, 'failing')).toEqual([]);
    expect(await replayDeadLetters(bus, 'failing')).toEqual({ replayed: 0, strays: 0 });
  });

  it('are put back once, in order per key, for the service that failed only', async () => {
    const { fine, handledByFine } = await bury();
    expect(await replayDeadLetters(bus, 'failing')).toEqual({ replayed: 50, strays: 0 });
    expect(await replayDeadLetters(bus, 'failing')).toEqual({ replayed: 0, strays: 0 });
    expect((await listDeadLetters(bus, 'failing')).every((letter) => letter.replayed)).toBe(true);

    const handled = new Map<string, number[]>(KEYS.map((key) => [key, []]));
    const fixed = await consume('failing', async ({ meta, data }) => {
      expect(meta.id).toBe(`${meta.subject}/${data.n}`);
      handled.get(meta.subject)!.push(data.n);
    });
    await eventually(() => [...handled.values()].flat().length >= 50);
    await pause(50);
    for (const numbers of handled.values()) expect(numbers).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(handledByFine()).toBe(50);
    await Promise.all([fixed.stop(), fine.stop()]);
  });

  it('that fail again become new dead letters, which can be replayed again', async () => {
    const { fine } = await bury();
    await replayDeadLetters(bus, 'failing');
    const still = await consume('failing', refuse);
    await eventually(async () => (await listDeadLetters(bus, 'failing')).length === 100);
    await still.stop();
    const letters = await listDeadLetters(bus, 'failing');
    expect(letters.filter((letter) => letter.replayed)).toHaveLength(50);
    expect(letters.every((letter) => letter.topic === TOPIC)).toBe(true);
    expect(await replayDeadLetters(bus, 'failing')).toEqual({ replayed: 50, strays: 0 });
    await fine.stop();
  });

  it('stay where they are when they cannot be put back, and go next time', async () => {
    const { fine } = await bury();
    const down = failingBus(bus, ({ topic }) => topic === TOPIC);
    await expect(replayDeadLetters(down, 'failing')).rejects.toMatchObject({ code: 'bus-unavailable' });
    expect(await replayDeadLetters(bus, 'failing')).toEqual({ replayed: 50, strays: 0 });
    await fine.stop();
  });

  it('without an origin are counted and left alone', async () => {
    await bus.ensureTopics([deadLetterTopic('failing')]);
    await bus.publish([{ ...step('k', 1), topic: deadLetterTopic('failing') }]);
    expect(await replayDeadLetters(bus, 'failing')).toEqual({ replayed: 0, strays: 1 });
  });
});

async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('not in time');
    await pause(2);
  }
}

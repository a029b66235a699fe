import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openEmbeddedBus } from './embedded/embedded-bus.js';
import type { EventBus, EventRecord } from './event-bus.js';
import { mortalBus, Undone, type BusStep } from './mortal-bus.js';

const topic = 'baton.mortal.v1';
const record = (key: string): EventRecord => ({ topic, key, headers: {}, value: Buffer.from(key) });

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 500; tries += 1) await pause(5);
  expect(holds()).toBe(true);
}

describe('a bus as a process that dies sees it', () => {
  const dir = mkdtempSync(join(tmpdir(), 'baton-mortal-'));
  const undone = new Undone();
  let real: EventBus;
  let dies: BusStep | undefined;
  let dead = false;

  const lives = (step: BusStep) => {
    if (step === dies) dead = true;
    return !dead;
  };

  beforeEach(() => {
    real = openEmbeddedBus({ file: join(dir, 'bus.db') });
    dies = undefined;
    dead = false;
  });
  afterEach(() => real.close());
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  /** What a durable group is given until it stops. */
  async function listening(): Promise<{ heard: string[]; stop(): Promise<void> }> {
    const heard: string[] = [];
    const bus = mortalBus(real, lives, undone);
    await bus.ensureTopics([topic]);
    const { stop } = await bus.subscribe({
      group: 'service',
      topics: [topic],
      onBatch: async (records) => void heard.push(...records.map(({ key }) => key)),
    });
    return { heard, stop };
  }

  it('hears and says everything while it lives', async () => {
    const group = await listening();
    await mortalBus(real, lives, undone).publish([record('a'), record('b')]);
    await until(() => group.heard.length === 2);
    await group.stop();
  });

  it('is given again, in the next life, what it had handled, though its offset was committed', async () => {
    const group = await listening();
    await until(() => group.heard.length >= 2);
    expect([...group.heard].sort()).toEqual(['a', 'b']);
    await group.stop();
  });

  it('says nothing any more once it is dead', async () => {
    dies = 'publish';
    const bus = mortalBus(real, lives, undone);
    await expect(bus.publish([record('c')])).rejects.toMatchObject({ code: 'bus-unavailable' });
    dies = undefined;
    await expect(bus.publish([record('c')])).rejects.toMatchObject({ retriable: true });
  });

  it('commits nothing once it is dead: the next life is given it', async () => {
    undone.take('service');
    await real.ensureTopics([topic]);
    await real.publish([record('d')]);
    dies = 'commit';
    const first = await listening();
    await until(() => first.heard.includes('d'));
    await first.stop();
    dies = undefined;
    dead = false;
    const next = await listening();
    await until(() => next.heard.includes('d'));
    await next.stop();
  });
});

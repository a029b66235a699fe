import { setTimeout as pause } from 'node:timers/promises';
import { Renewer } from './renewer.js';

describe('a renewer', () => {
  it('runs once for a burst while it runs, and sees the last state', async () => {
    let state = 0;
    const seen: number[] = [];
    const renewer = new Renewer(
      async () => {
        const read = state;
        await pause(5);
        seen.push(read);
      },
      () => undefined,
    );
    for (state = 1; state < 10; state += 1) renewer.ask('key');
    await pause(40);
    expect(seen).toEqual([1, 10]);
  });

  it('runs keys beside each other, and goes on after a failure', async () => {
    const seen: string[] = [];
    const failures: unknown[] = [];
    const renewer = new Renewer(
      async (key) => {
        seen.push(key);
        if (key === 'bad') throw new Error('bad');
      },
      (thrown) => failures.push(thrown),
    );
    renewer.ask('bad');
    renewer.ask('good');
    await pause(5);
    renewer.ask('bad');
    await pause(5);
    expect(seen).toEqual(['bad', 'good', 'bad']);
    expect(failures).toHaveLength(2);
  });

  it('gathers what is asked for later into one run, and does not make what is asked for now wait', async () => {
    let runs = 0;
    const renewer = new Renewer(
      async () => {
        runs += 1;
      },
      () => undefined,
    );
    renewer.ask('key', 20);
    renewer.ask('key', 20);
    expect(runs).toBe(0);
    await pause(40);
    expect(runs).toBe(1);
    renewer.ask('key', 20);
    renewer.ask('key');
    await pause(40);
    expect(runs).toBe(2);
  });
});

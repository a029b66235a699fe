import { setTimeout as pause } from 'node:timers/promises';
import { KeyedQueue } from './keyed-queue.js';

describe('KeyedQueue', () => {
  it('runs tasks of one key in order, also after one failed', async () => {
    const queue = new KeyedQueue();
    const seen: string[] = [];
    const task = (name: string, ms: number) => async () => {
      await pause(ms);
      seen.push(name);
      if (name === 'b') throw new Error('b fails');
      return name;
    };
    const results = await Promise.allSettled([
      queue.run('k', task('a', 10)),
      queue.run('k', task('b', 5)),
      queue.run('k', task('c', 0)),
      queue.run('other', task('first', 0)),
    ]);
    expect(seen).toEqual(['first', 'a', 'b', 'c']);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  });

  it('forgets a key when nothing of it runs', async () => {
    const queue = new KeyedQueue();
    const running = queue.run('k', () => pause(5));
    expect(queue.busy('k')).toBe(true);
    await running;
    await queue.idle();
    expect(queue.busy('k')).toBe(false);
  });
});

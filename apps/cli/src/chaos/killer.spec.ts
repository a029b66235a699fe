import { seededRandom } from '../backtest/synthetic-callers.js';
import { Killer } from './killer.js';

const victims = ['router', 'desk', 'dialog'];

/** Takes so many steps, each once everybody is back, and gives what was done to whom. */
async function killed(seed: number, kills: number, steps: number): Promise<string[]> {
  const done: string[] = [];
  const site = {
    victims,
    kill: async (victim: string) => void done.push(`kill ${victim}`),
    startAgain: async (victim: string) => void done.push(`start ${victim}`),
  };
  const killer = new Killer({
    site,
    random: seededRandom(seed),
    kills,
    steps,
    onKill: () => undefined,
    waits: 0,
  });
  for (let n = 0; n < steps; n += 1) {
    killer.step(`step-${n}`);
    await killer.idle();
  }
  await killer.stop();
  expect(killer.kills).toHaveLength(done.length / 2);
  return done;
}

describe('the killer', () => {
  it('kills as often as asked within the steps, and starts again whom it killed', async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const done = await killed(seed, 4, 40);
      expect(done).toHaveLength(8);
      for (let n = 0; n < done.length; n += 2) expect(done[n + 1]).toBe(done[n]!.replace('kill', 'start'));
    }
  });

  it('does the same for the same seed and the same steps', async () => {
    expect(await killed(7, 6, 30)).toEqual(await killed(7, 6, 30));
    expect(await killed(7, 6, 30)).not.toEqual(await killed(8, 6, 30));
  });

  it('kills nobody else while one is down', async () => {
    const back = Promise.withResolvers<void>();
    let kills = 0;
    const site = { victims, kill: async () => void (kills += 1), startAgain: () => back.promise };
    const options = { kills: 10, steps: 10, onKill: () => undefined, waits: 0 };
    const killer = new Killer({ site, random: seededRandom(1), ...options });
    for (let n = 0; n < 10; n += 1) killer.step('step');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(kills).toBe(1);
    back.resolve();
    await killer.stop();
    killer.step('step');
    await killer.stop();
    expect(kills).toBe(1);
  });

  it('says so where a process could not be started again', async () => {
    const site = {
      victims,
      kill: async () => undefined,
      startAgain: () => Promise.reject(new Error('gone')),
    };
    const killer = new Killer({
      site,
      random: seededRandom(1),
      kills: 1,
      steps: 1,
      onKill: () => undefined,
      waits: 0,
    });
    killer.step('step');
    await expect(killer.stop()).rejects.toThrow('gone');
  });
});

import { jest } from '@jest/globals';
import { join } from 'node:path';
import { openEmbeddedBus } from '@baton/eventing';
import { openEmbeddedStore } from '@baton/persistence';
import { dieAtEveryStep } from './support/kill-points.js';
import { MortalSite } from './support/mortal-site.js';
import { introduceAgents } from './support/played-handoff.js';
import { scratch } from './support/scratch.js';

jest.setTimeout(120_000);

describe('a process that dies before any write, publish or commit of a handoff', () => {
  const folder = scratch('kill-points');
  let site: MortalSite;

  beforeAll(async () => {
    site = await MortalSite.start(
      {
        openBus: async () => openEmbeddedBus({ file: join(folder.dir, 'bus.db') }),
        openStore: () => openEmbeddedStore({ file: join(folder.dir, 'store.db') }),
        env: { BATON_DATA: folder.dir },
      },
      ['router', 'speech-gateway'],
    );
    await introduceAgents(site);
  });
  afterAll(async () => {
    await site.stop();
    folder.remove();
  });

  it.each(['completed', 'declined once', 'caller hangs up'] as const)(
    'comes back, and it ends as it would have: %s',
    async (course) => {
      const { points, wrong } = await dieAtEveryStep(site, course);
      expect(wrong).toEqual([]);
      expect(points).toBeGreaterThan(10);
    },
  );
});

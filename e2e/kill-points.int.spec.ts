import { jest } from '@jest/globals';
import { join } from 'node:path';
import { openKafkaBus } from '@baton/eventing';
import { openMongoStore } from '@baton/persistence';
import { dieAtEveryStep } from './support/kill-points.js';
import { MortalSite } from './support/mortal-site.js';
import { introduceAgents } from './support/played-handoff.js';
import { scratch } from './support/scratch.js';
import { ownKafka, ownMongo, type Server } from './support/servers.js';

jest.setTimeout(420_000);

describe('router and gateway on Apache Kafka and a MongoDB server, dying before any write, publish or commit', () => {
  const folder = scratch('kill-points-int');
  let kafka: Server;
  let mongo: Server;
  let site: MortalSite;

  beforeAll(async () => {
    [kafka, mongo] = await Promise.all([
      ownKafka(join(folder.dir, 'kafka')),
      ownMongo(join(folder.dir, 'mongo')),
    ]);
    site = await MortalSite.start(
      {
        openBus: () => openKafkaBus({ brokers: [kafka.address], clientId: 'kill-points', partitions: 1 }),
        openStore: () => openMongoStore({ url: mongo.address, database: 'kill_points' }),
        env: { BATON_DATA: join(folder.dir, 'baton') },
      },
      ['router', 'speech-gateway'],
    );
    await introduceAgents(site);
  });
  afterAll(async () => {
    await site?.stop();
    await Promise.all([kafka?.stop(), mongo?.stop()]);
    folder.remove();
  });

  it('come back, and the handoff ends as it would have', async () => {
    const { points, wrong } = await dieAtEveryStep(site, 'completed');
    expect(wrong).toEqual([]);
    expect(points).toBeGreaterThan(20);
  });
});

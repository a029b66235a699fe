import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedPacksDir } from '@baton/all-in-one';
import { openKafkaBus } from '@baton/eventing';
import { Peers, serviceNames, type ServiceName } from '@baton/service-kit';
import { openServers } from '../distributed/local-servers.js';
import { scratchKeys } from '../distributed/scratch-keys.js';
import { spawnServices } from '../distributed/spawn-services.js';
import type { ChaosSite } from './chaos-site.js';

/** Each service in a process of its own, on Apache Kafka and a MongoDB server. */
export async function openDistributedChaosSite(): Promise<ChaosSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-chaos-'));
  const servers = await openServers();
  const spawned = await spawnServices({
    logDir: dataDir,
    env: {
      ...scratchKeys(dataDir),
      BATON_BUS: 'kafka',
      BATON_STORE: 'mongo',
      BATON_KAFKA_BROKERS: servers.brokers,
      BATON_MONGO_URL: servers.mongoUrl,
      BATON_DATA: dataDir,
      BATON_PACK: 'bank',
      BATON_PACKS_DIR: shippedPacksDir,
      BATON_LOG_LEVEL: 'error',
    },
  });
  const peers = new Peers();
  for (const [service, url] of Object.entries(spawned.grpcUrls)) peers.announce(service as never, url);
  const bus = await openKafkaBus({ brokers: servers.brokers.split(','), clientId: 'baton-chaos' });
  return {
    callsUrl: `${spawned.httpUrls['speech-gateway'].replace('http', 'ws')}/v1/calls`,
    deskUrl: spawned.httpUrls.desk,
    peers,
    victims: serviceNames,
    kill: (victim) => spawned.kill(victim as ServiceName),
    startAgain: (victim) => spawned.restart(victim as ServiceName),
    openLog: async () => bus,
    close: async () => {
      peers.close();
      await bus.close();
      await spawned.stop();
      await servers.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

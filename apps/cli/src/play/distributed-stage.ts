import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { EventTail } from '@baton/client';
import { seedCustomersThrough } from '@baton/all-in-one';
import { CallControlServiceClient, ContextServiceClient } from '@baton/contracts';
import { openKafkaBus } from '@baton/eventing';
import { Peers, type ServiceName } from '@baton/service-kit';
import { CliError } from '../cli-error.js';
import { openServers } from '../distributed/local-servers.js';
import { scratchKeys } from '../distributed/scratch-keys.js';
import { spawnServices } from '../distributed/spawn-services.js';
import { openPack } from '../open-pack.js';
import { say } from '../output.js';
import type { Stage } from './stage.js';

const services: readonly ServiceName[] = [
  'context-store',
  'compliance-auditor',
  'agent-assist',
  'router',
  'sentiment',
  'dialog',
  'speech-gateway',
];

/** Each service in a process of its own, on Apache Kafka and a MongoDB server. */
export async function openDistributedStage(packDirs: readonly string[]): Promise<Stage> {
  const servers = await openServers();
  const logDir = mkdtempSync(join(tmpdir(), 'baton-logs-'));
  say(`starting ${services.length} services; their logs are in ${logDir}`);
  const spawned = await spawnServices({
    services,
    logDir,
    env: {
      ...scratchKeys(logDir),
      BATON_BUS: 'kafka',
      BATON_STORE: 'mongo',
      BATON_KAFKA_BROKERS: servers.brokers,
      BATON_MONGO_URL: servers.mongoUrl,
      BATON_DATA: logDir,
      BATON_PACK: packDirs.map((dir) => resolve(dir)).join(','),
      BATON_LOG_LEVEL: 'warn',
    },
  }).catch(async (thrown: unknown) => {
    await servers.stop();
    throw new CliError(3, `${thrown instanceof Error ? thrown.message : String(thrown)} (${logDir})`);
  });
  const peers = new Peers();
  for (const [service, url] of Object.entries(spawned.grpcUrls)) peers.announce(service as never, url);
  const bus = await openKafkaBus({ brokers: servers.brokers.split(','), clientId: 'baton-cli' });
  const tail = await EventTail.open(bus);
  await seedCustomersThrough(
    peers,
    packDirs.map((dir) => openPack(dir)),
  );
  return {
    doors: {
      gateway: peers.client('speech-gateway', CallControlServiceClient),
      context: peers.client('context-store', ContextServiceClient),
      tail,
    },
    tenantOf: (dir) => basename(resolve(dir)),
    close: async () => {
      await tail.close();
      await bus.close();
      peers.close();
      await spawned.stop();
      await servers.stop();
      rmSync(logDir, { recursive: true, force: true });
    },
  };
}

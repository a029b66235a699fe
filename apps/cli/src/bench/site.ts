import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allServices, runEmbedded, shippedPacksDir } from '@baton/all-in-one';
import { openKafkaBus, type EventBus } from '@baton/eventing';
import { Peers } from '@baton/service-kit';
import { openServers } from '../distributed/local-servers.js';
import { scratchKeys } from '../distributed/scratch-keys.js';
import { spawnServices } from '../distributed/spawn-services.js';

/** A running Baton to measure. */
export interface Site {
  /** Caller WebSocket of the gateway. */
  readonly callsUrl: string;
  /** `http://host:port` of the desk. */
  readonly deskUrl: string;
  /** To ask services what only other services ask. */
  readonly peers: Peers;
  readonly bus: EventBus;
  close(): Promise<void>;
}

/** Starts Baton with the bank's pack in a folder of its own. */
export async function openSite(mode: 'embedded' | 'distributed'): Promise<Site> {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  return mode === 'embedded' ? embedded(dataDir) : distributed(dataDir);
}

async function embedded(dataDir: string): Promise<Site> {
  const running = await runEmbedded({
    services: allServices,
    env: { BATON_DATA: dataDir, BATON_PACK: 'bank', BATON_LOG_LEVEL: 'error', BATON_DESK_HTTP_PORT: '0' },
    demo: false,
  });
  return {
    callsUrl: `${running.service('speech-gateway').httpUrl.replace('http', 'ws')}/v1/calls`,
    deskUrl: running.service('desk').httpUrl,
    peers: running.peers,
    bus: running.bus,
    close: async () => {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function distributed(dataDir: string): Promise<Site> {
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
  const bus = await openKafkaBus({ brokers: servers.brokers.split(','), clientId: 'baton-bench' });
  const peers = new Peers();
  for (const [service, url] of Object.entries(spawned.grpcUrls)) peers.announce(service as never, url);
  return {
    callsUrl: `${spawned.httpUrls['speech-gateway'].replace('http', 'ws')}/v1/calls`,
    deskUrl: spawned.httpUrls.desk,
    peers,
    bus,
    close: async () => {
      await bus.close();
      peers.close();
      await spawned.stop();
      await servers.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { controlPlane, runEmbedded, seedCustomers } from '@baton/all-in-one';
import { EventTail } from '@baton/client';
import { CallControlServiceClient, ContextServiceClient } from '@baton/contracts';
import type { Stage } from './stage.js';

/** Every service in this process, on a data folder of its own that goes with it. Nobody is there to take a call. */
export async function openEmbeddedStage(packDirs: readonly string[]): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'baton-call-'));
  const running = await runEmbedded({
    services: controlPlane,
    env: {
      BATON_LOG_LEVEL: 'error',
      ...process.env,
      BATON_DATA: dataDir,
      BATON_PACK: packDirs.map((dir) => resolve(dir)).join(','),
    },
  });
  await seedCustomers(running);
  const tail = await EventTail.open(running.bus);
  return {
    doors: {
      gateway: running.peers.client('speech-gateway', CallControlServiceClient),
      context: running.peers.client('context-store', ContextServiceClient),
      tail,
    },
    tenantOf: (dir) => basename(resolve(dir)),
    close: async () => {
      await tail.close();
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

import { resolve } from 'node:path';
import { BatonError } from '@baton/kernel';
import {
  freePort,
  readConfig,
  runServices,
  type BatonService,
  type Config,
  type Environment,
  type RunningServices,
  type RunOptions,
} from '@baton/service-kit';
import { lockDataFolder } from './data-lock.js';
import { allServices } from './services.js';

/** The packs that ship with Baton. */
export const shippedPacksDir = resolve(import.meta.dirname, '../../../packs');

export interface EmbeddedOptions extends Omit<RunOptions, 'config'> {
  /** What the environment says; anything it leaves open is chosen here. */
  readonly env: Environment;
  readonly services?: readonly BatonService[];
}

/**
 * Runs services in this process on SQLite, with nothing else installed. Ports are free ones, but the desk's. The data folder is
 * locked for as long as it runs. Throws `invalid-config` with every fault, `data-folder-in-use`, `invalid-pack`.
 */
export async function runEmbedded({
  env,
  services = allServices,
  ...options
}: EmbeddedOptions): Promise<RunningServices> {
  const config = await embeddedConfig(env);
  const lock = lockDataFolder(config.dataDir);
  try {
    const running = await runServices(services, { ...options, config });
    return {
      ...running,
      stop: async () => {
        await running.stop();
        lock.release();
      },
    };
  } catch (thrown) {
    lock.release();
    throw thrown;
  }
}

/** The configuration of an embedded run: the bus and the store are SQLite whatever the environment says. */
export async function embeddedConfig(env: Environment): Promise<Config> {
  const ports: Record<string, string> = {};
  for (const service of [
    'SPEECH_GATEWAY',
    'DIALOG',
    'SENTIMENT',
    'ROUTER',
    'CONTEXT_STORE',
    'AGENT_ASSIST',
    'COMPLIANCE_AUDITOR',
  ]) {
    ports[`BATON_${service}_HTTP_PORT`] = String(await freePort('127.0.0.1'));
    ports[`BATON_${service}_GRPC_PORT`] = '0';
  }
  const config = readConfig({
    BATON_PACKS_DIR: shippedPacksDir,
    ...ports,
    ...env,
    BATON_BUS: 'embedded',
    BATON_STORE: 'embedded',
  });
  if (config.ok) return config.value;
  throw new BatonError(
    'invalid-config',
    config.error.map(({ variable, message }) => `${variable}: ${message}`).join('\n'),
  );
}

import { BatonError, systemClock, systemIds, uuidV7, type Clock, type IdSource } from '@baton/kernel';
import type { EventBus } from '@baton/eventing';
import type { DocumentStore } from '@baton/persistence';
import { eventTopics } from '@baton/contracts';
import { createLogger, startTelemetry, type TelemetryOptions } from '@baton/telemetry';
import type { Config } from './config.js';
import { openBackends } from './backends.js';
import { loadPacks } from './load-packs.js';
import { keepPackVersions, type PackVersions } from './pack-versions.js';
import type { PackRegistry } from './pack-registry.js';
import { Peers } from './peers.js';
import { runService, type RunningService } from './run-service.js';
import type { BatonService } from './service-definition.js';

export interface RunOptions {
  readonly config: Config;
  readonly clock?: Clock;
  readonly ids?: IdSource;
  /** Given by a host that opened them itself; closed by whoever opened them. */
  readonly bus?: EventBus;
  readonly store?: DocumentStore;
  readonly spanProcessors?: TelemetryOptions['spanProcessors'];
  /** Load `demo.yaml` of the packs too. */
  readonly demo?: boolean;
}

/** Services that run in this process. */
export interface RunningServices {
  readonly services: readonly RunningService[];
  readonly bus: EventBus;
  readonly store: DocumentStore;
  readonly peers: Peers;
  readonly packs: PackRegistry;
  service(name: string): RunningService;
  /** Drains every service, last started first, then closes bus and store. Idempotent. */
  stop(): Promise<void>;
}

/**
 * Runs services in this process, on the bus and store the configuration names. Every service gets its own container.
 * If one cannot start, those before it are stopped and the error is thrown.
 */
export async function runServices(
  definitions: readonly BatonService[],
  options: RunOptions,
): Promise<RunningServices> {
  const { config } = options;
  const processName = definitions.length === 1 ? definitions[0]!.name : 'all-in-one';
  const telemetry = startTelemetry({
    process: `baton-${processName}`,
    ...(config.otlpEndpoint === undefined ? {} : { otlpEndpoint: config.otlpEndpoint }),
    ...(options.spanProcessors === undefined ? {} : { spanProcessors: options.spanProcessors }),
  });
  const logger = createLogger(processName, config.logLevel);
  const packs = loadPacks(config, logger, options.demo ?? true);
  const backends = await openBackends(config, processName, logger, options);
  const clock = options.clock ?? systemClock;
  const peers = new Peers();
  for (const [service, url] of Object.entries(config.peerUrls)) peers.announce(service as never, url);

  const running: RunningService[] = [];
  let versions: PackVersions | undefined;
  let stopped: Promise<void> | undefined;
  const stop = () =>
    (stopped ??= (async () => {
      for (const service of [...running].reverse()) await service.drain();
      packs.close();
      await versions?.close();
      peers.close();
      await backends.close();
      await telemetry.stop();
    })());
  try {
    versions = await keepPackVersions(backends.store, packs.registry, () => clock.now(), logger);
    await backends.bus.ensureTopics(eventTopics);
    for (const definition of definitions) {
      const platform = {
        service: definition.name,
        instanceId: uuidV7(Date.now()),
        config,
        bus: backends.bus,
        store: backends.store,
        clock,
        ids: options.ids ?? systemIds,
        packs: packs.registry,
        peers,
        logger: logger.child({ service: definition.name }),
      };
      running.push(await runService(definition, platform, telemetry));
    }
    await Promise.all(running.map((service) => service.listen()));
  } catch (cause) {
    await stop();
    throw cause;
  }
  return {
    services: running,
    bus: backends.bus,
    store: backends.store,
    peers,
    packs: packs.registry,
    service: (name) => {
      const found = running.find((service) => service.name === name);
      if (!found) throw new BatonError('not-found', `The service ${name} does not run in this process.`);
      return found;
    },
    stop,
  };
}

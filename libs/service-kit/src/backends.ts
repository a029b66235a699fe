import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { systemClock } from '@baton/kernel';
import { openEmbeddedBus, openKafkaBus, type EventBus } from '@baton/eventing';
import { openEmbeddedStore, openMongoStore, type DocumentStore } from '@baton/persistence';
import type { Logger } from '@baton/telemetry';
import type { Config, KafkaLogin } from './config.js';

/** Where events and documents live. */
export interface Backends {
  readonly bus: EventBus;
  readonly store: DocumentStore;
  /** Closes what was opened here. */
  close(): Promise<void>;
}

/** Opens the bus and the store the configuration names, unless the host gives them; says what it chose. */
export async function openBackends(
  config: Config,
  processName: string,
  logger: Logger,
  given: { readonly bus?: EventBus; readonly store?: DocumentStore },
): Promise<Backends> {
  const opened: { close(): Promise<void> }[] = [];
  const keep = <C extends { close(): Promise<void> }>(closable: C): C => {
    opened.push(closable);
    return closable;
  };
  if (config.bus === 'embedded' || config.store === 'embedded')
    mkdirSync(config.dataDir, { recursive: true });
  const store = given.store ?? keep(await openStore(config));
  const bus = given.bus ?? keep(await openBus(config, processName, logger));
  logger.info({ bus: config.bus, store: config.store }, 'opened bus and store');
  return {
    bus,
    store,
    close: async () => {
      for (const closable of opened.reverse()) await closable.close();
    },
  };
}

async function openStore(config: Config): Promise<DocumentStore> {
  if (config.store === 'mongo') return openMongoStore(config.mongo);
  return openEmbeddedStore({ file: join(config.dataDir, 'store.db'), writer: 'own-thread' });
}

async function openBus(config: Config, processName: string, logger: Logger): Promise<EventBus> {
  if (config.bus === 'embedded')
    return openEmbeddedBus({ file: join(config.dataDir, 'bus.db'), clock: systemClock });
  const { brokers, partitions, replication, createTopics, tls, sasl } = config.kafka;
  return openKafkaBus({
    brokers,
    clientId: `baton-${processName}`,
    ...(tls ? { ssl: {} } : {}),
    ...(sasl === undefined ? {} : { sasl: saslOptions(sasl) }),
    partitions,
    replication,
    createTopics,
    logger,
  });
}

/** kafkajs wants the mechanism as a literal. */
function saslOptions({ mechanism, username, password }: KafkaLogin) {
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password } as const;
    case 'scram-sha-256':
      return { mechanism, username, password } as const;
    case 'scram-sha-512':
      return { mechanism, username, password } as const;
  }
}

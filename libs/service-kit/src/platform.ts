import type { Clock, IdSource } from '@baton/kernel';
import type { EventBus } from '@baton/eventing';
import type { CollectionSpec, DocumentStore } from '@baton/persistence';
import type { Logger } from '@baton/telemetry';
import type { Config } from './config.js';
import type { PackRegistry } from './pack-registry.js';
import type { Peers } from './peers.js';
import type { ServiceName } from './ports.js';

/** Injection token of the `Platform`. */
export const PLATFORM = Symbol('baton.platform');

/** Everything a service gets from outside. One per service, also where services share a process. */
export interface Platform {
  readonly service: ServiceName;
  /** This process, among replicas. */
  readonly instanceId: string;
  readonly config: Config;
  readonly bus: EventBus;
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly packs: PackRegistry;
  readonly peers: Peers;
  readonly logger: Logger;
  /** Work that runs beside the handlers: started after them, stopped before the store closes. */
  runInBackground(work: BackgroundWork): void;
}

export interface BackgroundWork {
  start(): Promise<void> | void;
  /** The service hears every event from now on: what would make somebody wait for one may begin. */
  listening?(): void;
  stop(): Promise<void>;
}

export type { CollectionSpec };

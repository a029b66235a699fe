import type { ServiceDefinition as GrpcDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import type { Type } from '@nestjs/common';
import type { BatchHandler, EventHandler } from '@baton/eventing';
import type { GrpcServiceName, ServiceName } from './ports.js';

/** A whole service as one value: what `runServices` needs to run it, alone or beside others. */
export interface BatonService {
  readonly name: ServiceName;
  /** Its Nest module; gets `Platform` and everything below by injection. */
  readonly module: Type;
  /** gRPC services it answers, by full proto name; their controllers live in the module. */
  readonly grpc?: Readonly<Record<string, GrpcDefinition<UntypedServiceImplementation>>>;
  /** Handlers it runs as one consumer group (the service's name): each event once, whatever the number of replicas. */
  readonly handlers?: readonly Type<EventHandler | BatchHandler>[];
  /** No caller waits for what its handlers do: those a caller waits for go first. Default false. */
  readonly background?: boolean;
  /** Handlers every replica runs for itself from now on, without memory: to push to what is connected to it. */
  readonly liveHandlers?: readonly Type<EventHandler | BatchHandler>[];
  /** Services it asks questions; `/readyz` names the ones it cannot reach. */
  readonly peers?: readonly GrpcServiceName[];
  /** Topics it owns. */
  readonly topics?: readonly string[];
}

/** Declares a service. */
export function defineService(service: BatonService): BatonService {
  return service;
}

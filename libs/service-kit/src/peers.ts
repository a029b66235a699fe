import { isIP } from 'node:net';
import { credentials, type ChannelCredentials, type ClientOptions } from '@grpc/grpc-js';
import { BatonError } from '@baton/kernel';
import type { GrpcServiceName } from './ports.js';

type ClientClass<C> = new (
  address: string,
  credentials: ChannelCredentials,
  options?: Partial<ClientOptions>,
) => C;

/** Finds other services and keeps one connection to each. */
export class Peers {
  readonly #addresses = new Map<GrpcServiceName, string>();
  readonly #clients = new Map<unknown, { close(): void }>();

  /** Says where a service answers, `host:port`. */
  announce(service: GrpcServiceName, address: string): void {
    this.#addresses.set(service, address);
  }

  /** Where a service answers, `host:port`; undefined where nobody said. */
  address(service: GrpcServiceName): string | undefined {
    return this.#addresses.get(service);
  }

  /** A client of the service; made at first use. Throws `peer-unknown` where nobody said where it is. */
  client<C extends { close(): void }>(service: GrpcServiceName, clientClass: ClientClass<C>): C {
    return this.#clientFor(clientClass, service, clientClass);
  }

  /** A client of the gRPC health protocol at that service. */
  healthClient<C extends { close(): void }>(service: GrpcServiceName, clientClass: ClientClass<C>): C {
    return this.#clientFor(`health:${service}`, service, clientClass);
  }

  #clientFor<C extends { close(): void }>(
    key: unknown,
    service: GrpcServiceName,
    clientClass: ClientClass<C>,
  ): C {
    const known = this.#clients.get(key);
    if (known) return known as C;
    const address = this.#addresses.get(service);
    if (address === undefined) {
      throw new BatonError('peer-unknown', `Nobody said where ${service} answers; set its gRPC URL.`);
    }
    const client = new clientClass(targetOf(address), credentials.createInsecure(), {
      // Reconnecting fast matters more than sparing an absent peer: a caller is waiting.
      'grpc.max_reconnect_backoff_ms': 2_000,
      // Behind a name there may be several replicas; each question goes to the next.
      'grpc.service_config': '{"loadBalancingConfig":[{"round_robin":{}}]}',
    });
    this.#clients.set(key, client);
    return client;
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
    this.#clients.clear();
  }
}

/** A name is looked up by DNS and gives every replica; an address is taken as it is. */
function targetOf(address: string): string {
  const host = address.slice(0, address.lastIndexOf(':'));
  return isIP(host) === 0 ? `dns:///${address}` : address;
}

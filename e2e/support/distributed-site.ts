import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, isGrpcService, Peers, serviceNames, type ServiceName } from '@baton/service-kit';
import { root } from './built.js';
import { eventually } from './eventually.js';
import { Program } from './program.js';
import type { Site } from './site.js';

export interface Readiness {
  readonly ready: boolean;
  readonly degraded: boolean;
  readonly checks: Readonly<Record<string, { readonly up: boolean; readonly reason?: string }>>;
}

/** Every service in a process of its own, on an Apache Kafka and a MongoDB server, as production runs them. */
export class DistributedSite implements Site {
  /** To ask a service what only other services ask. */
  readonly peers = new Peers();
  readonly #running = new Map<ServiceName, Program>();

  private constructor(
    private readonly httpPorts: ReadonlyMap<ServiceName, number>,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Starts all and waits until each is ready. `env` names the servers, the database and the packs. */
  static async start(dir: string, env: Readonly<Record<string, string>>): Promise<DistributedSite> {
    const ports: Record<string, string> = {};
    const httpPorts = new Map<ServiceName, number>();
    for (const service of serviceNames) {
      const name = `BATON_${service.toUpperCase().replaceAll('-', '_')}`;
      const http = await freePort('127.0.0.1');
      httpPorts.set(service, http);
      ports[`${name}_HTTP_PORT`] = String(http);
      if (!isGrpcService(service)) continue;
      const grpc = await freePort('127.0.0.1');
      ports[`${name}_GRPC_PORT`] = String(grpc);
      ports[`${name}_GRPC_URL`] = `127.0.0.1:${grpc}`;
    }
    ports['BATON_SPEECH_GATEWAY_HTTP_URL'] = `http://127.0.0.1:${httpPorts.get('speech-gateway')}`;
    const fixed = { BATON_BUS: 'kafka', BATON_STORE: 'mongo', BATON_DATA: dir, BATON_LOG_LEVEL: 'warn' };
    const site = new DistributedSite(httpPorts, { ...fixed, ...keys(dir), ...ports, ...env });
    for (const service of serviceNames) {
      const grpcUrl = ports[`BATON_${service.toUpperCase().replaceAll('-', '_')}_GRPC_URL`];
      if (grpcUrl !== undefined && isGrpcService(service)) site.peers.announce(service, grpcUrl);
      site.#launch(service);
    }
    try {
      await Promise.all(serviceNames.map((service) => site.untilReady(service)));
    } catch (thrown) {
      await site.stop();
      throw thrown;
    }
    return site;
  }

  get url(): string {
    return this.urlOf('desk');
  }

  get webSocketUrl(): string {
    return this.url.replace('http', 'ws');
  }

  async readiness(service: ServiceName): Promise<Readiness> {
    return (await (await fetch(`${this.urlOf(service)}/readyz`)).json()) as Readiness;
  }

  async untilReady(service: ServiceName, timeoutMs = 60_000): Promise<void> {
    const ready = async () => {
      if (!this.#running.get(service)?.alive) return 'ended' as const;
      return (await this.readiness(service)).ready && ('ready' as const);
    };
    const state = await eventually(`${service} is ready`, ready, timeoutMs).catch((cause: unknown) => {
      throw new Error(`${service} is not ready: ${this.logOf(service)}`, { cause });
    });
    if (state === 'ended') throw new Error(`${service} has ended: ${this.logOf(service)}`);
  }

  /** Ends a service as a power cut would. */
  async kill(service: ServiceName): Promise<void> {
    await this.#running.get(service)?.signal('SIGKILL');
  }

  /** Starts a service again that was killed, on its ports. */
  async startAgain(service: ServiceName): Promise<void> {
    this.#launch(service);
    await this.untilReady(service);
  }

  /** What a service logged lately. */
  logOf(service: ServiceName): string {
    return this.#running.get(service)?.stderr.slice(-2_000) ?? '';
  }

  async stop(): Promise<void> {
    this.peers.close();
    await Promise.all(
      [...this.#running.values()].map((program) => program.signal('SIGTERM').catch(() => undefined)),
    );
  }

  #launch(service: ServiceName): void {
    this.#running.set(service, new Program(join(root, 'apps', service, 'dist/main.js'), [], this.env));
  }

  urlOf(service: ServiceName): string {
    return `http://127.0.0.1:${this.httpPorts.get(service)}`;
  }
}

/** In production they come from secrets. */
function keys(dir: string): Record<string, string> {
  mkdirSync(dir, { recursive: true });
  const auditKey = join(dir, 'audit.pem');
  const sessionKey = join(dir, 'session.key');
  const customerKey = join(dir, 'customer.key');
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(auditKey, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  writeFileSync(sessionKey, randomBytes(32).toString('base64'), { mode: 0o600 });
  writeFileSync(customerKey, randomBytes(32).toString('base64'), { mode: 0o600 });
  return {
    BATON_AUDIT_KEY_FILE: auditKey,
    BATON_SESSION_KEY_FILE: sessionKey,
    BATON_CUSTOMER_KEY_FILE: customerKey,
  };
}

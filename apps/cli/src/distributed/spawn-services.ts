import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  endWithStarter,
  freePort,
  isGrpcService,
  serviceNames,
  servicePorts,
  type GrpcServiceName,
  type ServiceName,
} from '@baton/service-kit';

/** Services that run as processes of their own. */
export interface SpawnedServices {
  /** `host:port` of every gRPC server. */
  readonly grpcUrls: Readonly<Record<GrpcServiceName, string>>;
  readonly httpUrls: Readonly<Record<ServiceName, string>>;
  /** Ends one as a crash would. */
  kill(service: ServiceName): Promise<void>;
  /** Starts one again, on the same ports. */
  restart(service: ServiceName): Promise<void>;
  /** Drains all. */
  stop(): Promise<void>;
}

export interface SpawnOptions {
  /** Environment of every service beside ports and peers: brokers, store, packs. */
  readonly env: Readonly<Record<string, string>>;
  readonly services?: readonly ServiceName[];
  /** Folder for one log file a service. */
  readonly logDir: string;
}

const appsDir = resolve(import.meta.dirname, '../../..');
const readyWithinMs = 60_000;

/** Starts each service in a process of its own, as production does, and waits until all are ready. Throws where one is not. */
export async function spawnServices({
  env,
  services = serviceNames,
  logDir,
}: SpawnOptions): Promise<SpawnedServices> {
  const grpcUrls = {} as Record<GrpcServiceName, string>;
  const httpUrls = {} as Record<ServiceName, string>;
  const ports: Record<string, string> = {};
  for (const service of services) {
    const name = service.toUpperCase().replaceAll('-', '_');
    const http = await freePort('127.0.0.1');
    ports[`BATON_${name}_HTTP_PORT`] = String(http);
    httpUrls[service] = `http://127.0.0.1:${http}`;
    if (!isGrpcService(service)) continue;
    const grpc = await freePort('127.0.0.1');
    ports[`BATON_${name}_GRPC_PORT`] = String(grpc);
    ports[`BATON_${name}_GRPC_URL`] = `127.0.0.1:${grpc}`;
    grpcUrls[service] = `127.0.0.1:${grpc}`;
  }
  ports['BATON_SPEECH_GATEWAY_HTTP_URL'] =
    httpUrls['speech-gateway'] ?? `http://127.0.0.1:${servicePorts['speech-gateway'].http}`;
  const children = new Map<ServiceName, ChildProcess>();
  const start = (service: ServiceName) =>
    children.set(service, launch(service, { ...env, ...ports }, logDir));
  const stop = async () => {
    await Promise.all([...children.values()].map((child) => ended(child, 'SIGTERM')));
  };
  for (const service of services) start(service);
  try {
    await Promise.all(services.map((service) => ready(service, httpUrls[service], children)));
  } catch (thrown) {
    await stop();
    throw thrown;
  }
  return {
    grpcUrls,
    httpUrls,
    kill: (service) => ended(children.get(service), 'SIGKILL'),
    restart: async (service) => {
      await ended(children.get(service), 'SIGTERM');
      start(service);
      await ready(service, httpUrls[service], children);
    },
    stop,
  };
}

function launch(service: ServiceName, env: Readonly<Record<string, string>>, logDir: string): ChildProcess {
  const log = createWriteStream(join(logDir, `${service}.log`), { flags: 'a' });
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(appsDir, service, 'dist/main.js'), endWithStarter],
    {
      env: { ...process.env, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  return child;
}

async function ended(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  const patience = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await exit;
  clearTimeout(patience);
}

async function ready(
  service: ServiceName,
  url: string,
  children: ReadonlyMap<ServiceName, ChildProcess>,
): Promise<void> {
  const until = Date.now() + readyWithinMs;
  while (Date.now() < until) {
    const child = children.get(service);
    if (child && child.exitCode !== null)
      throw new Error(`${service} ended with code ${child.exitCode}; see its log`);
    const ok = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${service} was not ready within ${readyWithinMs / 1000} s; see its log`);
}

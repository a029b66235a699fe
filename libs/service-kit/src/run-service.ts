import { HealthService } from '@baton/contracts';
import { RpcErrorFilter, RpcTraceInterceptor } from '@baton/rpc';
import { Module, type DynamicModule, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Transport, type GrpcOptions, type NestMicroservice } from '@nestjs/microservices';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Telemetry } from '@baton/telemetry';
import { isGrpcService } from './config.js';
import { freePort } from './free-port.js';
import { readiness, type Readiness } from './health.js';
import { nestLogger } from './nest-logger.js';
import { PlatformModule } from './platform.module.js';
import type { BackgroundWork, Platform } from './platform.js';
import { startHandlers, type RunningHandlers } from './run-handlers.js';
import type { BatonService } from './service-definition.js';

/** One running service. */
export interface RunningService {
  readonly name: string;
  /** `http://host:port` of health, metrics and whatever the service serves. */
  readonly httpUrl: string;
  readonly app: INestApplication;
  readiness(): Promise<Readiness>;
  /** Takes events from now on. Kept apart from starting, so that in one process everyone answers before anyone asks. */
  listen(): Promise<void>;
  /** Stops intake, finishes what runs, flushes, closes. */
  drain(): Promise<void>;
}

@Module({})
class ServiceRoot {}

/** Starts one service: its container, its gRPC server and its HTTP server. Events flow after `listen`. */
export async function runService(
  service: BatonService,
  platformWithout: Omit<Platform, 'runInBackground'>,
  telemetry: Telemetry,
): Promise<RunningService> {
  const background: BackgroundWork[] = [];
  const platform: Platform = { ...platformWithout, runInBackground: (work) => void background.push(work) };
  const { logger, config } = platform;
  let handlers: RunningHandlers | undefined;
  let draining = false;

  const currentReadiness = () =>
    readiness(
      platform,
      service.peers ?? [],
      handlers?.check() ?? { up: false, reason: 'starting' },
      draining,
    );
  const root: DynamicModule = {
    module: ServiceRoot,
    imports: [
      PlatformModule.of(platform, { readiness: currentReadiness, serveMetrics: telemetry.serveMetrics }),
      service.module,
    ],
  };
  const app = await NestFactory.create<NestExpressApplication>(root, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  app.disable('x-powered-by');

  if (service.grpc && isGrpcService(service.name)) {
    const port = config.grpcPorts[service.name] || (await freePort(config.host));
    const microservice = app.connectMicroservice<GrpcOptions>(
      {
        transport: Transport.GRPC,
        options: {
          url: `${config.host}:${port}`,
          package: packagesOf(service),
          packageDefinition: nestDefinitions({ ...service.grpc, 'grpc.health.v1.Health': HealthService }),
          maxReceiveMessageLength: 1_048_576,
        },
      },
      { deferInitialization: true },
    );
    // The HTTP side runs the init hooks; without this the gRPC side runs them as well.
    (microservice as NestMicroservice).setIsInitHookCalled(true);
    microservice.useGlobalFilters(
      new RpcErrorFilter((thrown) => logger.error({ err: thrown }, 'unexpected error in a gRPC method')),
    );
    microservice.useGlobalInterceptors(new RpcTraceInterceptor(service.name));
    await app.startAllMicroservices();
    platform.peers.announce(service.name, `${config.host}:${port}`);
  }
  const httpPort = config.httpPorts[service.name];
  await app.listen(httpPort, config.host);
  const httpUrl = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  logger.info({ httpUrl }, 'service started');

  return {
    name: service.name,
    httpUrl,
    app,
    readiness: currentReadiness,
    listen: async () => {
      for (const work of background) await work.start();
      handlers = await startHandlers(service, platform, app);
    },
    drain: async () => {
      draining = true;
      await handlers?.stop();
      for (const work of background.reverse()) await work.stop();
      await app.close();
    },
  };
}

/** Nest looks methods up by the name in the proto (`StartCall`); ts-proto keys them in camel case. */
function nestDefinitions(definitions: NonNullable<BatonService['grpc']>): NonNullable<BatonService['grpc']> {
  const renamed = Object.entries(definitions).map(([name, methods]) => [
    name,
    Object.fromEntries(
      Object.entries(methods).map(([key, method]) => [
        `${key[0]!.toUpperCase()}${key.slice(1)}`,
        { ...method, originalName: key },
      ]),
    ),
  ]);
  return Object.fromEntries(renamed) as NonNullable<BatonService['grpc']>;
}

function packagesOf(service: BatonService): string[] {
  const names = [...Object.keys(service.grpc ?? {}), 'grpc.health.v1.Health'];
  return [...new Set(names.map((name) => name.slice(0, name.lastIndexOf('.'))))];
}

import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { HealthCheckResponse_ServingStatus, type HealthCheckResponse } from '@baton/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readiness } from './health.js';

/** Injection token of the `HealthReporter`. */
export const HEALTH_REPORTER = Symbol('baton.health-reporter');

export interface HealthReporter {
  readiness(): Promise<Readiness>;
  serveMetrics(request: IncomingMessage, response: ServerResponse): void;
}

/** What probes and Prometheus ask: HTTP and the gRPC health protocol. */
@Controller()
export class HealthController {
  constructor(@Inject(HEALTH_REPORTER) private readonly reporter: HealthReporter) {}

  /** The process runs. */
  @Get('healthz')
  alive(): { alive: true } {
    return { alive: true };
  }

  /** 200 where events can be taken and state written, else 503; says which part is missing. */
  @Get('readyz')
  async ready(@Res() response: ServerResponse): Promise<void> {
    const state = await this.reporter.readiness();
    response.writeHead(state.ready ? 200 : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(state));
  }

  @Get('metrics')
  metrics(@Req() request: IncomingMessage, @Res() response: ServerResponse): void {
    this.reporter.serveMetrics(request, response);
  }

  @GrpcMethod('Health', 'Check')
  async check(): Promise<HealthCheckResponse> {
    const { ready } = await this.reporter.readiness();
    return {
      status: ready
        ? HealthCheckResponse_ServingStatus.SERVING
        : HealthCheckResponse_ServingStatus.NOT_SERVING,
    };
  }
}

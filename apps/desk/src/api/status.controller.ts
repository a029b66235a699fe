import { Controller, Get, Inject } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { BatonError } from '@baton/kernel';
import { HealthCheckResponse_ServingStatus, HealthClient } from '@baton/contracts';
import { unary } from '@baton/rpc';
import { PLATFORM, servicePorts, type GrpcServiceName, type Platform } from '@baton/service-kit';
import { Tenants } from './tenants.js';

/** How one service is doing, as far as the desk can tell. */
interface ServiceStatus {
  readonly name: string;
  readonly ready: boolean;
  readonly degraded: boolean;
}

const deadlineMs = 500;
const asked = Object.entries(servicePorts)
  .filter(([, ports]) => 'grpc' in ports)
  .map(([name]) => name as GrpcServiceName);
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

@Controller('api/status')
export class StatusController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Tenants) private readonly tenants: Tenants,
  ) {}

  /** Services nobody told the desk about are left out. */
  @Get()
  async status() {
    const peers = (await Promise.all(asked.map((name) => this.#ask(name)))).filter(
      (peer) => peer !== undefined,
    );
    const desk = { name: 'desk', ready: true, degraded: peers.some(({ ready }) => !ready) };
    return {
      mode: this.platform.config.bus === 'embedded' ? 'embedded' : 'distributed',
      version,
      tenants: this.platform.packs.tenants(),
      services: [desk, ...peers],
      demo: this.tenants.all().some(({ demo }) => demo !== undefined),
    };
  }

  /** Degraded: it answers, and says that it cannot do its work now. */
  async #ask(name: GrpcServiceName): Promise<ServiceStatus | undefined> {
    try {
      const client = this.platform.peers.healthClient(name, HealthClient);
      const { status } = await unary(client, client.check, { service: '' }, deadlineMs);
      const ready = status === HealthCheckResponse_ServingStatus.SERVING;
      return { name, ready, degraded: !ready };
    } catch (thrown) {
      if (thrown instanceof BatonError && thrown.code === 'peer-unknown') return undefined;
      return { name, ready: false, degraded: false };
    }
  }
}

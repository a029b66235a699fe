import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { requests } from '../api/requests.js';
import { Tenants } from '../api/tenants.js';
import { parse } from '../http/parse.js';
import { Sessions } from '../session/sessions.js';
import { DemoCalls } from './demo-calls.js';

@Controller('api/demo-call')
export class DemoCallController {
  constructor(
    @Inject(DemoCalls) private readonly demoCalls: DemoCalls,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Tenants) private readonly tenants: Tenants,
  ) {}

  @Post()
  @HttpCode(200)
  async start(@Body() body: unknown, @Req() request: IncomingMessage) {
    const session = this.sessions.of(request);
    const pack = this.tenants.pick(parse(requests.tenant, body).tenant, session);
    return { conversationId: await this.demoCalls.start(pack, session?.agentId) };
  }
}

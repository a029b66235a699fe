import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { parse } from '../http/parse.js';
import { Agents } from '../peers/agents.js';
import { Sessions } from '../session/sessions.js';
import { agentView } from '../views/agent-view.js';
import { presenceByName } from '../views/names.js';
import { requests } from './requests.js';
import { Tenants } from './tenants.js';

@Controller('api')
export class AgentsController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(Tenants) private readonly tenants: Tenants,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @Get('agents')
  async list(@Query() query: unknown, @Req() request: IncomingMessage) {
    const { name } = this.tenants.pick(parse(requests.tenant, query).tenant, this.sessions.of(request));
    return { agents: (await this.agents.list(name)).map(agentView) };
  }

  @Post('presence')
  @HttpCode(200)
  async setPresence(@Body() body: unknown, @Req() request: IncomingMessage) {
    const { agentId, tenant: tenantId } = this.sessions.required(request);
    const { presence, reason } = parse(requests.presence, body);
    const commandId = this.platform.ids.next();
    return {
      agent: agentView(
        await this.agents.setPresence(commandId, { tenantId, agentId }, presenceByName[presence], reason),
      ),
    };
  }
}

import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { BatonError } from '@baton/kernel';
import { parse } from '../http/parse.js';
import { Agents } from '../peers/agents.js';
import { Sessions } from '../session/sessions.js';
import { agentView } from '../views/agent-view.js';
import { requests } from './requests.js';
import { Tenants } from './tenants.js';

/** Signing in. There is no password yet: whoever reaches the desk chooses whom to be, and the page says so. */
@Controller('api/session')
export class SessionController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Agents) private readonly agents: Agents,
    @Inject(Tenants) private readonly tenants: Tenants,
  ) {}

  @Post()
  @HttpCode(200)
  async begin(
    @Body() body: unknown,
    @Req() request: IncomingMessage,
    @Res({ passthrough: true }) response: ServerResponse,
  ) {
    const { tenant, agentId } = parse(requests.signIn, body);
    const { name } = this.tenants.pick(tenant, undefined);
    const agent = await this.agents.find(name, agentId);
    if (!agent) throw new BatonError('not-found', 'There is no such agent.');
    const role = this.tenants.roleOf(name, agentId);
    this.sessions.begin(request, response, { tenant: name, agentId, role });
    return { agent: agentView(agent), role };
  }

  @Get()
  async current(@Req() request: IncomingMessage) {
    const { tenant, agentId, role } = this.sessions.required(request);
    const agent = await this.agents.find(tenant, agentId);
    if (!agent) throw new BatonError('not-signed-in', 'This agent is no longer known.');
    return { agent: agentView(agent), tenant, role };
  }

  @Delete()
  @HttpCode(200)
  end(@Req() request: IncomingMessage, @Res({ passthrough: true }) response: ServerResponse) {
    this.sessions.end(request, response);
    return {};
  }
}

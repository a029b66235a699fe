import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import type { AssistUpdated } from '@baton/contracts';
import { unary } from '@baton/rpc';
import { parse } from '../http/parse.js';
import { DeskPeers } from '../peers/desk-peers.js';
import { Sessions } from '../session/sessions.js';
import { requests } from './requests.js';
import { Tenants } from './tenants.js';

/** Help for the human while they talk. */
@Controller('api')
export class AssistController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(DeskPeers) private readonly peers: DeskPeers,
    @Inject(Tenants) private readonly tenants: Tenants,
  ) {}

  @Get('conversations/:id/assist')
  async assist(@Param('id') conversationId: string): Promise<{ assist: AssistUpdated | null }> {
    const { assist } = this.peers;
    return { assist: (await unary(assist, assist.getAssist, { conversationId })).assist ?? null };
  }

  @Get('knowledge')
  async knowledge(@Query() query: unknown, @Req() request: IncomingMessage) {
    const { tenant, q } = parse(requests.knowledge, query);
    const { name: tenantId } = this.tenants.pick(tenant, this.sessions.of(request));
    const { assist } = this.peers;
    const found = await unary(assist, assist.searchKnowledge, { tenantId, query: q, limit: 0 });
    return { articles: found.articles };
  }
}

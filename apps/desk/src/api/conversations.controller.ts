import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { unary } from '@baton/rpc';
import { parse } from '../http/parse.js';
import { DeskPeers } from '../peers/desk-peers.js';
import { Packets } from '../peers/packets.js';
import { Sessions } from '../session/sessions.js';
import { conversationView } from '../views/conversation-view.js';
import { requests } from './requests.js';
import { Tenants } from './tenants.js';

@Controller('api/conversations')
export class ConversationsController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(DeskPeers) private readonly peers: DeskPeers,
    @Inject(Packets) private readonly packets: Packets,
    @Inject(Tenants) private readonly tenants: Tenants,
  ) {}

  @Get()
  async list(@Query() query: unknown, @Req() request: IncomingMessage) {
    const { tenant, limit } = parse(requests.conversations, query);
    const { name: tenantId } = this.tenants.pick(tenant, this.sessions.of(request));
    const { context } = this.peers;
    const { conversations } = await unary(context, context.listConversations, { tenantId, limit });
    return { conversations: conversations.map(conversationView) };
  }

  @Get(':id/packet')
  async packet(@Param('id') id: string) {
    return { packet: await this.packets.get(id) };
  }

  /** The gateway knows who holds the speech lease; token 0 leaves the check to it. */
  @Post(':id/say')
  @HttpCode(200)
  async say(@Param('id') conversationId: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const { agentId } = this.sessions.required(request);
    const { text, id } = parse(requests.say, body);
    const { gateway } = this.peers;
    const commandId = `desk:${conversationId}:${agentId}:${id}`;
    const said = { commandId, conversationId, agentId, leaseToken: 0, text };
    const { turnIndex } = await unary(gateway, gateway.sayAsAgent, said);
    return { turnIndex };
  }
}

import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { BatonError } from '@baton/kernel';
import { unary } from '@baton/rpc';
import { parse } from '../http/parse.js';
import { DeskPeers } from '../peers/desk-peers.js';
import { Handoffs } from '../peers/handoffs.js';
import { Packets } from '../peers/packets.js';
import { Sessions } from '../session/sessions.js';
import type { Session } from '../session/session.js';
import { conversationView } from '../views/conversation-view.js';
import { handoffView } from '../views/handoff-view.js';
import { requests } from './requests.js';
import { Tenants } from './tenants.js';

@Controller('api/conversations')
export class ConversationsController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(DeskPeers) private readonly peers: DeskPeers,
    @Inject(Packets) private readonly packets: Packets,
    @Inject(Tenants) private readonly tenants: Tenants,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
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

  /**
   * Speaks under the lease the page knows. A page that names none speaks under the one its agent has now: the gateway refuses every
   * other.
   */
  @Post(':id/say')
  @HttpCode(200)
  async say(@Param('id') conversationId: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const session = this.sessions.required(request);
    const { agentId } = session;
    const { text, id, leaseToken: known } = parse(requests.say, body);
    const { gateway } = this.peers;
    const leaseToken = known > 0 ? known : await this.#leaseOf(session, conversationId);
    const commandId = `desk:${conversationId}:${agentId}:${id}`;
    const said = { commandId, conversationId, agentId, leaseToken, text };
    const { turnIndex } = await unary(gateway, gateway.sayAsAgent, said);
    return { turnIndex };
  }

  /** Whatever the state of the call: what this agent asks for, as long as they are a supervisor. */
  @Post(':id/take-over')
  @HttpCode(200)
  async takeOver(
    @Param('id') conversationId: string,
    @Body() body: unknown,
    @Req() request: IncomingMessage,
  ) {
    const session = this.sessions.required(request);
    if (session.role !== 'supervisor')
      throw new BatonError('not-allowed', 'Only a supervisor can take a caller over.');
    const { reason, id } = parse(requests.takeOver, body);
    const { tenantId } = await this.packets.get(conversationId);
    if (tenantId !== session.tenant) throw new BatonError('not-found', 'There is no such conversation.');
    return { handoff: handoffView(await this.handoffs.takeOver(session, conversationId, reason, id)) };
  }

  async #leaseOf({ tenant, agentId }: Session, conversationId: string): Promise<number> {
    const own = await this.handoffs.list(tenant, agentId);
    return own.find((handoff) => handoff.conversationId === conversationId)?.leaseToken ?? 0;
  }
}

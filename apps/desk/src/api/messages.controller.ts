import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { unary } from '@baton/rpc';
import { parse } from '../http/parse.js';
import { DeskPeers } from '../peers/desk-peers.js';
import { Sessions } from '../session/sessions.js';
import { requests } from './requests.js';
import { Tenants } from './tenants.js';

/** What callers left while nobody was there, and whom to ring back. */
@Controller('api')
export class MessagesController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(DeskPeers) private readonly peers: DeskPeers,
    @Inject(Tenants) private readonly tenants: Tenants,
  ) {}

  @Get('messages')
  async messages(@Query() query: unknown, @Req() request: IncomingMessage) {
    const { router } = this.peers;
    return unary(router, router.listMessages, { tenantId: this.#tenant(query, request) });
  }

  @Post('messages/:id/handled')
  @HttpCode(200)
  async handled(@Param('id') messageId: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const { agentId } = this.sessions.required(request);
    const { note } = parse(requests.handleMessage, body);
    const { router } = this.peers;
    const commandId = `desk:${messageId}:handled:${agentId}`;
    return unary(router, router.handleMessage, { commandId, messageId, agentId, note });
  }

  @Get('callbacks')
  async callbacks(@Query() query: unknown, @Req() request: IncomingMessage) {
    const { router } = this.peers;
    return unary(router, router.listCallbacks, { tenantId: this.#tenant(query, request) });
  }

  #tenant(query: unknown, request: IncomingMessage): string {
    return this.tenants.pick(parse(requests.tenant, query).tenant, this.sessions.of(request)).name;
  }
}

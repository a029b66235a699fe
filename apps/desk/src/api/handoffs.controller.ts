import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { parse } from '../http/parse.js';
import { Handoffs } from '../peers/handoffs.js';
import { Sessions } from '../session/sessions.js';
import { handoffView } from '../views/handoff-view.js';
import { requests } from './requests.js';
import { Tenants } from './tenants.js';

/** The transfers, and what the signed-in agent does with theirs. */
@Controller('api/handoffs')
export class HandoffsController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Tenants) private readonly tenants: Tenants,
  ) {}

  @Get()
  async list(@Query() query: unknown, @Req() request: IncomingMessage) {
    const { name } = this.tenants.pick(parse(requests.tenant, query).tenant, this.sessions.of(request));
    return { handoffs: (await this.handoffs.list(name)).map(handoffView) };
  }

  @Post(':id/accept')
  @HttpCode(200)
  async accept(@Param('id') id: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const session = this.sessions.required(request);
    const { reservationToken } = parse(requests.accept, body);
    return { handoff: handoffView(await this.handoffs.accept(session, id, reservationToken)) };
  }

  @Post(':id/reject')
  @HttpCode(200)
  async reject(@Param('id') id: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const session = this.sessions.required(request);
    const { reservationToken, reason } = parse(requests.reject, body);
    return { handoff: handoffView(await this.handoffs.reject(session, id, reservationToken, reason)) };
  }

  @Post(':id/finish')
  @HttpCode(200)
  async finish(@Param('id') id: string, @Req() request: IncomingMessage) {
    const session = this.sessions.required(request);
    return { handoff: handoffView(await this.handoffs.finish(session, id)) };
  }

  @Post(':id/wrap-up')
  @HttpCode(200)
  async completeWrapUp(@Param('id') id: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const session = this.sessions.required(request);
    const { disposition, note } = parse(requests.wrapUp, body);
    return { handoff: handoffView(await this.handoffs.completeWrapUp(session, id, disposition, note)) };
  }
}

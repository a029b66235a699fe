import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { BatonError } from '@baton/kernel';
import { TransferOutcome, type ConsultMessageSent } from '@baton/contracts';
import { parse } from '../http/parse.js';
import { Handoffs } from '../peers/handoffs.js';
import { Sessions } from '../session/sessions.js';
import { handoffView } from '../views/handoff-view.js';
import { requests } from './requests.js';

const outcomes = {
  transferred: TransferOutcome.TRANSFER_OUTCOME_TRANSFERRED,
  conference: TransferOutcome.TRANSFER_OUTCOME_CONFERENCE,
  cancelled: TransferOutcome.TRANSFER_OUTCOME_CANCELLED,
};

/** Where a caller goes from an agent: back to the bot, to a colleague, or beside one. */
@Controller('api/handoffs/:id')
export class TransfersController {
  constructor(
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Handoffs) private readonly handoffs: Handoffs,
  ) {}

  @Post('return-to-bot')
  @HttpCode(200)
  async returnToBot(@Param('id') id: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const session = this.sessions.required(request);
    const learned = parse(requests.returnToBot, body);
    return { handoff: handoffView(await this.handoffs.returnToBot(session, id, learned)) };
  }

  @Post('transfer')
  @HttpCode(200)
  async transfer(@Param('id') id: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const session = this.sessions.required(request);
    const wish = parse(requests.transfer, body);
    return { handoff: handoffView(await this.handoffs.transfer(session, id, wish)) };
  }

  /** What the two told each other, to the two of them. */
  @Get('consult')
  async consult(
    @Param('id') id: string,
    @Req() request: IncomingMessage,
  ): Promise<{ lines: readonly ConsultMessageSent[] }> {
    const { agentId, tenant } = this.sessions.required(request);
    const handoff = await this.handoffs.get(id);
    const theirs = [handoff.agentId, handoff.askedByAgentId].includes(agentId);
    if (handoff.tenantId !== tenant || !theirs)
      throw new BatonError('not-found', 'There is no such consult.');
    return { lines: handoff.consult };
  }

  @Post('consult')
  @HttpCode(200)
  async sayInConsult(@Param('id') id: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const session = this.sessions.required(request);
    const said = parse(requests.consultSay, body);
    return { handoff: handoffView(await this.handoffs.sayInConsult(session, id, said.text, said.id)) };
  }

  @Post('settle')
  @HttpCode(200)
  async settle(@Param('id') id: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const session = this.sessions.required(request);
    const wish = parse(requests.settle, body);
    return { handoff: handoffView(await this.handoffs.settle(session, id, outcomes[wish.outcome], wish.id)) };
  }

  /** The caller prefers to be rung; anybody signed in may book it for one who waits. */
  @Post('callback')
  @HttpCode(200)
  async callback(@Param('id') id: string, @Req() request: IncomingMessage) {
    this.sessions.required(request);
    return { handoff: handoffView(await this.handoffs.scheduleCallback(id)) };
  }

  /** The page has drawn the packet: time to human counts it. */
  @Post('shown')
  @HttpCode(200)
  async shown(@Param('id') id: string, @Body() body: unknown, @Req() request: IncomingMessage) {
    const session = this.sessions.required(request);
    const { reservationToken } = parse(requests.shown, body);
    return { handoff: handoffView(await this.handoffs.acknowledgePacket(session, id, reservationToken)) };
  }
}

import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { BatonError } from '@baton/kernel';
import type {
  AcceptOfferRequest,
  CompleteWrapUpRequest,
  FinishConversationRequest,
  GetHandoffRequest,
  Handoff as HandoffMessage,
  ListHandoffsRequest,
  RejectOfferRequest,
  ScheduleCallbackRequest,
} from '@baton/contracts';
import { AnswerOffer } from '../answer-offer.js';
import type { Handoff } from '../domain/handoff/handoff.js';
import { handoffMessage } from '../domain/handoff/handoff-message.js';
import { rejectOffer } from '../domain/handoff/offer.js';
import { requireCallback } from '../domain/handoff/schedule-callback.js';
import { completeWrapUp, finishConversation } from '../domain/handoff/wrap-up.js';
import { Conversations } from '../store/conversations.js';
import { Handoffs } from '../store/handoffs.js';
import { redactedText } from './redacted-text.js';

/** RouterService: what people do with a handoff. */
@Controller()
export class RouterController {
  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Conversations) private readonly conversations: Conversations,
    @Inject(AnswerOffer) private readonly answer: AnswerOffer,
  ) {}

  @GrpcMethod('RouterService', 'AcceptOffer')
  async acceptOffer(request: AcceptOfferRequest): Promise<{ handoff: HandoffMessage }> {
    return this.#shown(await this.answer.accept(request));
  }

  @GrpcMethod('RouterService', 'RejectOffer')
  async rejectOffer(request: RejectOfferRequest): Promise<{ handoff: HandoffMessage }> {
    const { commandId, handoffId, agentId, reservationToken: token } = request;
    const handoff = await this.handoffs.command(handoffId, commandId, (offered, view) => {
      const reason = redactedText(request.reason, offered.language, 200);
      return rejectOffer(offered, { agentId, token, reason }, view);
    });
    return this.#shown(handoff);
  }

  @GrpcMethod('RouterService', 'FinishConversation')
  async finishConversation(request: FinishConversationRequest): Promise<{ handoff: HandoffMessage }> {
    const { commandId, handoffId, agentId } = request;
    const handoff = await this.handoffs.command(handoffId, commandId, (bridged, view) =>
      finishConversation(bridged, agentId, view),
    );
    return this.#shown(handoff);
  }

  @GrpcMethod('RouterService', 'CompleteWrapUp')
  async completeWrapUp(request: CompleteWrapUpRequest): Promise<{ handoff: HandoffMessage }> {
    const { commandId, handoffId, agentId, disposition } = request;
    const handoff = await this.handoffs.command(handoffId, commandId, (wrappingUp, view) => {
      const note = redactedText(request.note, wrappingUp.language, 4_000);
      return completeWrapUp(wrappingUp, { agentId, disposition, note }, view);
    });
    return this.#shown(handoff);
  }

  @GrpcMethod('RouterService', 'ScheduleCallback')
  async scheduleCallback(request: ScheduleCallbackRequest): Promise<{ handoff: HandoffMessage }> {
    return this.#shown(await this.handoffs.command(request.handoffId, request.commandId, requireCallback));
  }

  @GrpcMethod('RouterService', 'GetHandoff')
  async getHandoff({ handoffId, conversationId }: GetHandoffRequest): Promise<{ handoff: HandoffMessage }> {
    const id = handoffId || (await this.#lastHandoffOf(conversationId));
    return this.#shown(await this.handoffs.require(id));
  }

  @GrpcMethod('RouterService', 'ListHandoffs')
  async listHandoffs({ tenantId, agentId }: ListHandoffsRequest): Promise<{ handoffs: HandoffMessage[] }> {
    if (tenantId === '') throw new BatonError('invalid-argument', 'tenant_id is missing.');
    const open = await this.handoffs.allOpen(tenantId);
    const theirs = open.filter(({ agent }) => agentId === '' || agent?.agentId === agentId);
    return { handoffs: theirs.map((handoff) => this.#shown(handoff).handoff) };
  }

  async #lastHandoffOf(conversationId: string): Promise<string> {
    if (conversationId === '') {
      throw new BatonError('invalid-argument', 'handoff_id or conversation_id must be given.');
    }
    const conversation = await this.conversations.find(conversationId);
    if (!conversation?.lastHandoffId) {
      throw new BatonError('not-found', 'The conversation has no handoff.');
    }
    return conversation.lastHandoffId;
  }

  #shown(handoff: Handoff): { handoff: HandoffMessage } {
    return { handoff: handoffMessage(handoff, this.handoffs.viewOf(handoff)) };
  }
}

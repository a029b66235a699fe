import { Inject, Injectable } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import type { Handoff, TransferOutcome } from '@baton/contracts';
import { unary } from '@baton/rpc';
import type { Session } from '../session/session.js';
import { DeskPeers } from './desk-peers.js';

/**
 * Handoffs, and what the signed-in agent does with them. A command's id comes from what it means, so that a second click, or a
 * page that tries again after a lost answer, does it once.
 */
@Injectable()
export class Handoffs {
  constructor(@Inject(DeskPeers) private readonly peers: DeskPeers) {}

  /** Open ones of the tenant; with `agentId` only that agent's. */
  async list(tenantId: string, agentId = ''): Promise<readonly Handoff[]> {
    const { router } = this.peers;
    return (await unary(router, router.listHandoffs, { tenantId, agentId })).handoffs;
  }

  async get(handoffId: string, deadlineMs?: number): Promise<Handoff> {
    const { router } = this.peers;
    const request = { handoffId, conversationId: '' };
    return present(await unary(router, router.getHandoff, request, deadlineMs));
  }

  async accept({ agentId }: Session, handoffId: string, reservationToken: number): Promise<Handoff> {
    const { router } = this.peers;
    const commandId = `desk:${handoffId}:accept:${reservationToken}:${agentId}`;
    const request = { commandId, handoffId, agentId, reservationToken };
    return present(await unary(router, router.acceptOffer, request));
  }

  async reject(
    { agentId }: Session,
    handoffId: string,
    reservationToken: number,
    reason: string,
  ): Promise<Handoff> {
    const { router } = this.peers;
    const commandId = `desk:${handoffId}:reject:${reservationToken}:${agentId}`;
    const request = { commandId, handoffId, agentId, reservationToken, reason };
    return present(await unary(router, router.rejectOffer, request));
  }

  async finish({ agentId }: Session, handoffId: string): Promise<Handoff> {
    const { router } = this.peers;
    const commandId = `desk:${handoffId}:finish:${agentId}`;
    return present(await unary(router, router.finishConversation, { commandId, handoffId, agentId }));
  }

  async completeWrapUp(
    { agentId }: Session,
    handoffId: string,
    disposition: string,
    note: string,
  ): Promise<Handoff> {
    const { router } = this.peers;
    const commandId = `desk:${handoffId}:wrap-up:${agentId}`;
    const request = { commandId, handoffId, agentId, disposition, note };
    return present(await unary(router, router.completeWrapUp, request));
  }

  /** With what the human learned, for the bot. */
  async returnToBot({ agentId }: Session, handoffId: string, learned: ReturnWish): Promise<Handoff> {
    const { router } = this.peers;
    const commandId = `desk:${handoffId}:return:${agentId}`;
    return present(await unary(router, router.returnToBot, { commandId, handoffId, agentId, ...learned }));
  }

  /** `id` is the page's own, made once a click. */
  async transfer({ agentId }: Session, handoffId: string, wish: TransferWish): Promise<Handoff> {
    const { router } = this.peers;
    const { id, consult, queue, toAgentId, note } = wish;
    const commandId = `desk:${handoffId}:transfer:${agentId}:${id}`;
    const request = { commandId, handoffId, agentId, queue, toAgentId, note };
    return present(await unary(router, consult ? router.consultColleague : router.transferCall, request));
  }

  async sayInConsult({ agentId }: Session, handoffId: string, text: string, id: string): Promise<Handoff> {
    const { router } = this.peers;
    const commandId = `desk:${handoffId}:consult:${agentId}:${id}`;
    return present(await unary(router, router.sayInConsult, { commandId, handoffId, agentId, text }));
  }

  async settle(
    { agentId }: Session,
    handoffId: string,
    outcome: TransferOutcome,
    id: string,
  ): Promise<Handoff> {
    const { router } = this.peers;
    const commandId = `desk:${handoffId}:settle:${agentId}:${id}`;
    return present(await unary(router, router.settleConsult, { commandId, handoffId, agentId, outcome }));
  }

  async takeOver({ agentId }: Session, conversationId: string, reason: string, id: string): Promise<Handoff> {
    const { router } = this.peers;
    const commandId = `desk:${conversationId}:take-over:${agentId}:${id}`;
    return present(await unary(router, router.takeOver, { commandId, conversationId, agentId, reason }));
  }

  async scheduleCallback(handoffId: string): Promise<Handoff> {
    const { router } = this.peers;
    const commandId = `desk:${handoffId}:callback`;
    return present(await unary(router, router.scheduleCallback, { commandId, handoffId }));
  }

  async acknowledgePacket(
    { agentId }: Session,
    handoffId: string,
    reservationToken: number,
  ): Promise<Handoff> {
    const { router } = this.peers;
    const commandId = `desk:${handoffId}:shown:${reservationToken}:${agentId}`;
    const request = { commandId, handoffId, agentId, reservationToken };
    return present(await unary(router, router.acknowledgePacket, request));
  }
}

/** What the agent learned. */
interface ReturnWish {
  readonly reason: string;
  readonly note: string;
  readonly slots: Record<string, string>;
}

/** Where the caller, or the question, is to go. */
interface TransferWish {
  readonly id: string;
  readonly consult: boolean;
  readonly queue: string;
  readonly toAgentId: string;
  readonly note: string;
}

function present({ handoff }: { readonly handoff: Handoff | undefined }): Handoff {
  if (!handoff) throw new BatonError('not-found', 'There is no such handoff.');
  return handoff;
}

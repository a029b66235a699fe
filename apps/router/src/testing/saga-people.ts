import { rejectOffer } from '../domain/handoff/offer.js';
import { requestTransfer } from '../domain/handoff/request-transfer.js';
import { giveBack } from '../domain/handoff/return-to-bot.js';
import { sayInConsult } from '../domain/handoff/say-in-consult.js';
import { scheduleCallback } from '../domain/handoff/schedule-callback.js';
import { settleConsult, type Settlement } from '../domain/handoff/settle-consult.js';
import { completeWrapUp, finishConversation } from '../domain/handoff/wrap-up.js';
import { escalation } from './handoffs.js';
import type { SagaWorld } from './saga.js';

const agentOf = (world: SagaWorld, handoffId: string) => world.handoffs.get(handoffId)?.agent?.agentId ?? '';

/** What people do in the world of the saga. */
export const people = {
  callback: (world: SagaWorld, handoffId: string) =>
    world.command(handoffId, (handoff, view) => scheduleCallback(handoff, view, 'asked-for-it')),

  reject: (world: SagaWorld, handoffId: string, agentId: string, token: number) =>
    world.command(handoffId, (handoff, view) => rejectOffer(handoff, { agentId, token, reason: 'no' }, view)),

  finish: (world: SagaWorld, handoffId: string, agentId: string) =>
    world.command(handoffId, (handoff, view) => finishConversation(handoff, agentId, view)),

  writeUp: (world: SagaWorld, handoffId: string, agentId: string) =>
    world.command(handoffId, (handoff, view) =>
      completeWrapUp(handoff, { agentId, disposition: 'resolved', note: '' }, view),
    ),

  transfer: (world: SagaWorld, handoffId: string, kind: 'transfer' | 'consult', toAgentId: string) => {
    const agentId = agentOf(world, handoffId);
    const wish = { agentId, kind, queue: toAgentId === '' ? 'fraud' : '', toAgentId, note: '' };
    world.command(handoffId, (handoff, view) => requestTransfer(handoff, wish, view));
  },

  settleConsult: (world: SagaWorld, handoffId: string, settlement: Settlement) =>
    world.command(handoffId, (handoff, view) =>
      settleConsult(handoff, agentOf(world, handoffId), settlement, view),
    ),

  sayInConsult: (world: SagaWorld, handoffId: string, agentId: string) =>
    world.command(handoffId, (handoff, { now }) => sayInConsult(handoff, agentId, 'hm', now)),

  giveBack: (world: SagaWorld, handoffId: string) => {
    const given = { agentId: agentOf(world, handoffId), reason: '', note: 'settled', slots: {} };
    world.command(handoffId, (handoff, { now }) => giveBack(handoff, given, now));
  },

  /** A supervisor who has no caller takes one over. */
  takeOver: (world: SagaWorld, conversationId: string, agentId: string) => {
    const handoffId = `${conversationId}/by/${agentId}`;
    const current = world.currentOf(conversationId);
    if (world.agents.get(agentId)!.slots.length > 0 || world.handoffs.has(handoffId) || !current) return;
    const previous = { handoffId: current.handoffId, agentId: current.agent?.agentId ?? '' };
    const asked = {
      handoffId,
      conversationId,
      requestedAt: world.now,
      kind: 'takeover',
      inQueue: 'fraud',
    } as const;
    const from = current.open ? { previous } : {};
    world.begin({ ...escalation, ...asked, target: { agentId }, ...from }, false);
  },
};

import { setTimeout as pause } from 'node:timers/promises';
import {
  ListAgentsRequest,
  RegisterAgentRequest,
  BotMode,
  CallControlServiceClient,
  Channel,
  EndReason,
  Presence,
  RouterServiceClient,
  Speaker,
  WorkforceServiceClient,
  type Handoff,
} from '@baton/contracts';
import { derivedId } from '@baton/kernel';
import { unary } from '@baton/rpc';
import type { MortalSite } from './mortal-site.js';

const tenantId = 'bank';
const agentIds = ['agent-amira', 'agent-owen'];
const stepWithinMs = 40_000;

/** How a handoff is meant to go. */
export type Course = 'completed' | 'declined once' | 'caller hangs up';

/** Makes two agents known, and free: who declines is not asked again for that caller. */
export async function introduceAgents({ peers }: MortalSite): Promise<void> {
  const client = peers.client('router', WorkforceServiceClient);
  for (const agentId of agentIds) {
    const who = { tenantId, agentId };
    const profile = { name: agentId, skills: { general: 5 }, languages: ['en'] };
    const known = RegisterAgentRequest.fromPartial({ commandId: `${agentId}-known`, ...who, ...profile });
    await unary(client, client.registerAgent, known);
    const presence = Presence.PRESENCE_AVAILABLE;
    await unary(client, client.setPresence, { commandId: `${agentId}-there`, ...who, presence, reason: '' });
  }
}

/**
 * One handoff from the call to its end. Every command has an id of its own and is given again until it is answered, as callers,
 * pages and carriers do; where the process dies it begins again and the command that was under way is given once more. The process dies
 * at the `fatal`-th step after the course has become its own: what comes before is the same in all. Resolves with the conversation id.
 */
export async function playHandoff(
  site: MortalSite,
  name: string,
  course: Course,
  fatal: number,
): Promise<string> {
  const conversationId = derivedId(`${name}-call`, 'conversation', 0);
  const step = <T>(work: () => Promise<T | undefined | false>) => untilDone(site, work);
  const gateway = () => site.peers.client('speech-gateway', CallControlServiceClient);
  const router = () => site.peers.client('router', RouterServiceClient);
  const handoff = async (): Promise<Handoff> =>
    (await unary(router(), router().getHandoff, { handoffId: '', conversationId })).handoff!;
  const in_ = (state: string) => async () => {
    const now = await handoff();
    return now.state === state && now;
  };

  if (course === 'completed') site.mortal(fatal);
  await step(() =>
    unary(gateway(), gateway().startCall, {
      commandId: `${name}-call`,
      tenantId,
      channel: Channel.CHANNEL_PHONE,
      language: 'en',
      jurisdiction: '',
      botMode: BotMode.BOT_MODE_EXTERNAL,
      customer: undefined,
    }),
  );
  await step(() =>
    unary(gateway(), gateway().recordTurn, {
      commandId: `${name}-ask`,
      conversationId,
      speaker: Speaker.SPEAKER_CUSTOMER,
      text: '0',
      asrConfidence: 1,
      language: 'en',
    }),
  );
  const first = await step(in_('offered'));
  if (course !== 'completed') site.mortal(fatal);
  if (course === 'caller hangs up') {
    const reason = EndReason.END_REASON_CALLER_HUNG_UP;
    await step(() =>
      unary(gateway(), gateway().endCall, { commandId: `${name}-leave`, conversationId, reason }),
    );
    await step(in_('abandoned'));
    await step(() => allAvailable(site));
    return conversationId;
  }
  if (course === 'declined once') {
    const { handoffId, agentId, reservationToken } = first;
    const declined = { commandId: `${name}-no`, handoffId, agentId, reservationToken, reason: 'busy' };
    await step(() => unary(router(), router().rejectOffer, declined));
  }
  await step(async () => {
    const { handoffId, agentId, reservationToken, state } = await handoff();
    if (['accepted', 'briefing', 'bridged'].includes(state)) return true;
    if (state !== 'offered' || (course === 'declined once' && agentId === first.agentId)) return false;
    const commandId = `${name}-yes-${reservationToken}`;
    await unary(router(), router().acceptOffer, { commandId, handoffId, agentId, reservationToken });
    return true;
  });
  const { handoffId, agentId, leaseToken } = await step(in_('bridged'));
  await step(() =>
    unary(gateway(), gateway().sayAsAgent, {
      commandId: `${name}-hello`,
      conversationId,
      agentId,
      leaseToken,
      text: 'hello',
    }),
  );
  await step(() =>
    unary(router(), router().finishConversation, { commandId: `${name}-bye`, handoffId, agentId }),
  );
  await step(() =>
    unary(router(), router().completeWrapUp, {
      commandId: `${name}-done`,
      handoffId,
      agentId,
      disposition: 'resolved',
      note: '',
    }),
  );
  await step(in_('completed'));
  await step(() => allAvailable(site));
  return conversationId;
}

async function allAvailable({ peers }: MortalSite): Promise<boolean> {
  const client = peers.client('router', WorkforceServiceClient);
  const { agents } = await unary(client, client.listAgents, ListAgentsRequest.fromPartial({ tenantId }));
  return agents.every(({ presence }) => presence === Presence.PRESENCE_AVAILABLE);
}

/** Tries until there is an answer that is neither false nor undefined, over as many lives as it takes. */
async function untilDone<T>(site: MortalSite, work: () => Promise<T | undefined | false>): Promise<T> {
  const until = Date.now() + stepWithinMs;
  for (;;) {
    let thrown: unknown;
    const answer = await work().catch((error: unknown) => {
      thrown = error;
      return undefined;
    });
    if (site.dead) await site.reborn();
    else if (answer !== undefined && answer !== false) return answer;
    else await pause(3);
    if (Date.now() > until) throw new Error(`not possible in time: ${String(work)}, last ${String(thrown)}`);
  }
}

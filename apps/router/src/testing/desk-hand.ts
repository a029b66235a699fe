import {
  CallerBridged,
  ConversationEnded,
  ConversationStarted,
  EndReason,
  Presence,
  SentimentScored,
  TurnUnderstood,
  type Handoff,
  type HandoffOffered,
} from '@baton/contracts';
import { unary } from '@baton/rpc';
import { fraudReported, scored, started } from './events.js';
import type { RunningRouter } from './running-router.js';

/** Does to a running router what callers, agents and the gateway do. */
export class DeskHand {
  readonly #router: RunningRouter;
  #calls = 0;

  constructor(router: RunningRouter) {
    this.#router = router;
  }

  /** A call begins; resolves with its conversation id. */
  async begin(): Promise<string> {
    this.#calls += 1;
    const conversation = `call-${this.#calls}`;
    await this.#router.publish(ConversationStarted, conversation, started(this.#router.pack));
    return conversation;
  }

  /** A call begins and the caller reports a fraud. */
  async escalate(): Promise<string> {
    const conversation = await this.begin();
    await this.#router.publish(TurnUnderstood, conversation, fraudReported(3));
    await this.#router.publish(SentimentScored, conversation, scored(3));
    return conversation;
  }

  /** An agent signs in. */
  async agent(agentId: string, skills: Record<string, number> = { fraud: 5 }): Promise<void> {
    const { tenantId, workforceClient: client } = this.#router;
    const profile = { commandId: '', tenantId, agentId, name: agentId, skills, languages: ['en'] };
    await unary(client, client.registerAgent, {
      ...profile,
      workplace: undefined,
      capacity: undefined,
      shift: undefined,
    });
    await this.setPresence(agentId, Presence.PRESENCE_AVAILABLE);
  }

  async setPresence(agentId: string, presence: Presence): Promise<void> {
    const { workforceClient: client, tenantId } = this.#router;
    await unary(client, client.setPresence, { commandId: '', tenantId, agentId, presence, reason: '' });
  }

  /** Waits until the agent is seen so. */
  untilPresence(agentId: string, wanted: Presence): Promise<void> {
    const { workforceClient: client, tenantId } = this.#router;
    return this.#router.eventually(async () => {
      const { agents } = await unary(client, client.listAgents, { tenantId, page: undefined });
      return agents.find((listed) => listed.agentId === agentId)?.presence === wanted;
    }, `${agentId} ${wanted}`);
  }

  async accept({ handoffId, agentId, reservationToken }: HandoffOffered, commandId = ''): Promise<Handoff> {
    const { routerClient: client } = this.#router;
    const request = { commandId, handoffId, agentId, reservationToken };
    return (await unary(client, client.acceptOffer, request)).handoff!;
  }

  async reject({ handoffId, agentId, reservationToken }: HandoffOffered, reason: string): Promise<void> {
    const { routerClient: client } = this.#router;
    await unary(client, client.rejectOffer, { commandId: '', handoffId, agentId, reservationToken, reason });
  }

  async finish({ handoffId, agentId }: HandoffOffered): Promise<void> {
    const { routerClient: client } = this.#router;
    await unary(client, client.finishConversation, { commandId: '', handoffId, agentId });
  }

  async writeUp({ handoffId, agentId }: HandoffOffered, disposition: string, note = ''): Promise<void> {
    const { routerClient: client } = this.#router;
    await unary(client, client.completeWrapUp, { commandId: '', handoffId, agentId, disposition, note });
  }

  async handoffOf(conversationId: string): Promise<Handoff> {
    const { routerClient: client } = this.#router;
    return (await unary(client, client.getHandoff, { handoffId: '', conversationId })).handoff!;
  }

  hangUp(conversation: string): Promise<void> {
    const ended = { reason: EndReason.END_REASON_CALLER_HUNG_UP, endedAtMs: Date.now() };
    return this.#router.publish(ConversationEnded, conversation, ended);
  }

  /** What the gateway says when caller and agent hear each other. */
  bridge(conversation: string, { handoffId, agentId }: HandoffOffered): Promise<void> {
    return this.#router.publish(CallerBridged, conversation, { handoffId, agentId, leaseToken: 2 });
  }
}

import { callerBridged } from '../domain/handoff/bridge.js';
import type { Handoff } from '../domain/handoff/handoff.js';
import { leave } from '../domain/handoff/leave.js';
import { acceptOffer, rejectOffer, type OfferAnswer } from '../domain/handoff/offer.js';
import { requestHandoff, type Escalation } from '../domain/handoff/request-handoff.js';
import { scheduleCallback } from '../domain/handoff/schedule-callback.js';
import { deadlinePassed } from '../domain/handoff/wait.js';
import { completeWrapUp, finishConversation } from '../domain/handoff/wrap-up.js';
import type { Agent } from '../domain/workforce/agent.js';
import { setPresence, type WantedPresence } from '../domain/workforce/presence.js';
import { registerAgent, type AgentProfile } from '../domain/workforce/register-agent.js';
import { engage } from '../domain/workforce/take-work.js';
import { RehearsedDocuments, type RehearsalListener, type RehearsalSetting } from './rehearsed-documents.js';

/**
 * The router's decisions on documents in memory, without store, bus and clock: who is matched, offered, taken back, announced to, rung
 * later, as in the running router. Every call says what time it is, ms, which must not go back. What needs a moment there, an event on
 * its way, needs none here.
 */
export class Rehearsal {
  readonly #documents: RehearsedDocuments;

  constructor(
    private readonly setting: RehearsalSetting,
    listener: RehearsalListener,
  ) {
    this.#documents = new RehearsedDocuments(setting, listener);
  }

  /** The handoff as it stands; undefined once it has ended. */
  handoff(handoffId: string): Handoff | undefined {
    return this.#documents.handoff(handoffId);
  }

  agent(agentId: string): Agent | undefined {
    return this.#documents.agent(agentId);
  }

  /** Throws `invalid-argument`. */
  register(profile: Omit<AgentProfile, 'tenantId'>, now: number): void {
    const known = { ...profile, tenantId: this.setting.tenantId };
    this.#documents.at(now, () =>
      this.#documents.saveAgent(registerAgent(this.#documents.agent(profile.agentId), known, now)),
    );
  }

  presence(agentId: string, wanted: WantedPresence, reason: string, now: number): void {
    this.#documents.at(now, () =>
      this.#documents.changeAgent(agentId, (agent) => setPresence(agent, wanted, reason, now)),
    );
  }

  escalate(escalation: Omit<Escalation, 'callerGone' | 'tenantId'>, now: number): void {
    const asked = { ...escalation, tenantId: this.setting.tenantId, callerGone: false };
    this.#documents.at(now, () => this.#documents.saveHandoff(requestHandoff(asked, this.#documents.view())));
  }

  /** The agent says yes and is with the caller at once. Throws `offer-gone`. */
  accept(handoffId: string, { agentId, token }: OfferAnswer, now: number): void {
    this.#documents.at(now, () => {
      this.#documents.changeAgent(agentId, (agent) => engage(agent, handoffId, token, now));
      this.#documents.changeHandoff(handoffId, (handoff) => acceptOffer(handoff, { agentId, token }, now));
      this.#documents.changeHandoff(handoffId, (handoff) => callerBridged(handoff, agentId, now));
    });
  }

  /** The agent says no. Throws `offer-gone`. */
  reject(handoffId: string, answer: OfferAnswer, now: number): void {
    this.#documents.at(now, () =>
      this.#documents.changeHandoff(handoffId, (handoff, view) =>
        rejectOffer(handoff, { ...answer, reason: 'busy' }, view),
      ),
    );
  }

  /** The agent ends the conversation. Throws `wrong-state`. */
  finish(handoffId: string, agentId: string, now: number): void {
    this.#documents.at(now, () =>
      this.#documents.changeHandoff(handoffId, (handoff, view) => finishConversation(handoff, agentId, view)),
    );
  }

  /** The agent has written it up, under the pack's first disposition. */
  writeUp(handoffId: string, agentId: string, now: number): void {
    const disposition = this.setting.routing.dispositions[0]!.code;
    this.#documents.at(now, () =>
      this.#documents.changeHandoff(handoffId, (handoff, view) =>
        completeWrapUp(handoff, { agentId, disposition, note: '' }, view),
      ),
    );
  }

  /** The caller hangs up. */
  leave(handoffId: string, now: number): void {
    this.#documents.at(now, () => this.#documents.changeHandoff(handoffId, leave));
  }

  /** The caller would rather be rung. */
  callBack(handoffId: string, now: number): void {
    this.#documents.at(now, () =>
      this.#documents.changeHandoff(handoffId, (handoff, view) =>
        scheduleCallback(handoff, view, 'asked-for-it'),
      ),
    );
  }

  /** The handoff's deadline has come. */
  deadline(handoffId: string, now: number): void {
    this.#documents.at(now, () => this.#documents.changeHandoff(handoffId, deadlinePassed));
  }

  /** Looks at everyone who waits, as the router does from time to time. */
  lookOver(now: number): void {
    this.#documents.at(now, () => this.#documents.match({ kind: 'look-over' }));
  }
}

import type { Simulation } from '@baton/packs';
import type { AgentProfile } from '@baton/policy';
import { isSignedIn, type Agent, type Rehearsal } from '@baton/router';
import type { EventQueue } from './event-queue.js';
import { periodOf, type Period, type PlannedPresence, type RosteredAgent } from './roster.js';

/** Who is at work: agents come and go as planned, and come back to a desk the router thought empty. */
export class SimulatedStaff {
  readonly #planned = new Map<string, PlannedPresence['presence']>();
  readonly #since = new Map<string, number>();
  readonly #profiles = new Map<string, AgentProfile>();
  readonly #signedIn: Period[] = [];

  constructor(
    private readonly simulation: Simulation,
    private readonly roster: readonly RosteredAgent[],
    private readonly rehearsal: Rehearsal,
    private readonly events: EventQueue,
  ) {}

  /** Registers everyone and plans their day. */
  begin(): void {
    const { start } = periodOf(this.simulation);
    for (const { agentId, skills, languages, plan } of this.roster) {
      this.#profiles.set(agentId, { id: agentId, skills, languages });
      this.rehearsal.register({ agentId, name: agentId, skills, languages }, start);
      for (const { at, presence } of plan) {
        this.events.plan(at, () => {
          this.#planned.set(agentId, presence);
          this.rehearsal.presence(agentId, presence, 'planned', at);
        });
      }
    }
  }

  /** The router has saved an agent. */
  saw(agent: Agent, now: number): void {
    const { agentId } = agent;
    const since = this.#since.get(agentId);
    if (isSignedIn(agent)) {
      if (since === undefined) this.#since.set(agentId, now);
      return;
    }
    if (since !== undefined) {
      this.#signedIn.push({ start: since, end: now });
      this.#since.delete(agentId);
    }
    if (agent.presence === 'break' && agent.presenceReason === 'no-answer') this.#comesBack(agentId, now);
  }

  somebodyAtWork(suits: (agent: AgentProfile) => boolean): boolean {
    for (const agentId of this.#since.keys()) if (suits(this.#profiles.get(agentId)!)) return true;
    return false;
  }

  /** Every stretch an agent was signed in, up to now. */
  signedIn(now: number): Period[] {
    return [...this.#signedIn, ...[...this.#since.values()].map((start) => ({ start, end: now }))];
  }

  #comesBack(agentId: string, now: number): void {
    const at = now + Math.round(this.simulation.answering.backAfterMinutes * 60_000);
    this.events.plan(at, () => {
      if (this.#planned.get(agentId) === 'available')
        this.rehearsal.presence(agentId, 'available', 'back', at);
    });
  }
}

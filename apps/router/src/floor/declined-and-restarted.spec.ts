import { rejectOffer } from '../domain/handoff/offer.js';
import type { Handoff } from '../domain/handoff/handoff.js';
import type { Agent } from '../domain/workforce/agent.js';
import { setPresence } from '../domain/workforce/presence.js';
import { registerAgent } from '../domain/workforce/register-agent.js';
import { reserve } from '../domain/workforce/reservation.js';
import { agentA, offered, routing, tuesday, viewAfter } from '../testing/handoffs.js';
import { Floor } from './floor.js';

const at = tuesday + 1_000;

function available(agentId: string): Agent {
  const profile = { agentId, tenantId: 'bank', name: agentId, skills: { fraud: 5 }, languages: ['en'] };
  return setPresence(registerAgent(undefined, profile, tuesday)!.agent, 'available', '', tuesday)!.agent;
}

/** The agent is held for the caller. */
function held({ handoffId, conversationId }: Handoff): Agent {
  const request = { handoffId, conversationId, ttlMs: 25_000, why: '' };
  return reserve(available(agentA.agentId), request, tuesday)!.agent;
}

function floorOf(handoff: Handoff): Floor {
  const floor = new Floor(() => routing);
  floor.learnHandoff(handoff);
  floor.learnAgent(held(handoff));
  floor.learnAgent(available('agent-b'));
  return floor;
}

describe('a floor built again after a process died', () => {
  it('between a refusal and the release of who refused asks the next agent at once', () => {
    const declined = rejectOffer(offered(), { ...agentA, reason: 'no' }, viewAfter(1_000)).handoff;
    const floor = floorOf({ ...declined, revision: 3 });
    const place = floor.waiting('bank', declined.handoffId)!;
    expect(floor.agentFor(place, at)?.agent.id).toBe('agent-b');
    expect(floor.waitingInOrder('bank', at)).toHaveLength(1);
  });

  it('while an offer was out asks the next agent as soon as it is refused', () => {
    const floor = floorOf({ ...offered(), revision: 2 });
    const declined = rejectOffer(offered(), { ...agentA, reason: 'no' }, viewAfter(1_000)).handoff;
    floor.learnHandoff({ ...declined, revision: 3 });
    expect(floor.agentFor(floor.waiting('bank', declined.handoffId)!, at)?.agent.id).toBe('agent-b');
  });

  it('between a reservation and its offer asks nobody else', () => {
    const waiting: Handoff = { ...offered(), state: 'queued', revision: 1 };
    const floor = floorOf(waiting);
    expect(floor.agentFor(floor.waiting('bank', waiting.handoffId)!, at)).toBeUndefined();
    expect(floor.waitingInOrder('bank', at)).toEqual([]);
  });

  it('asks nobody else where the same agent is held for the caller anew', () => {
    const declined = rejectOffer(offered(), { ...agentA, reason: 'no' }, viewAfter(1_000)).handoff;
    const floor = new Floor(() => routing);
    floor.learnHandoff({ ...declined, revision: 3 });
    const first = held(declined);
    floor.learnAgent({ ...first, token: 2, slots: first.slots.map((slot) => ({ ...slot, token: 2 })) });
    floor.learnAgent(available('agent-b'));
    expect(floor.agentFor(floor.waiting('bank', declined.handoffId)!, at)).toBeUndefined();
  });
});

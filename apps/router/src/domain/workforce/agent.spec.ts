import { Presence } from '@baton/contracts';
import type { Agent, AgentOutcome } from './agent.js';
import { setPresence, wantedPresence } from './presence.js';
import { registerAgent } from './register-agent.js';
import { reserve } from './reservation.js';
import { beginWrapUp, engage, leftUnanswered, letGo, workDone } from './take-work.js';

const profile = { agentId: 'agent-a', tenantId: 'bank', name: 'A', skills: { fraud: 5 }, languages: ['en'] };
const request = { handoffId: 'h1', conversationId: 'c1', ttlMs: 25_000, why: '' };
const names = (outcome: AgentOutcome | undefined) =>
  (outcome?.events ?? []).map(({ type }) => type.type.slice(type.type.lastIndexOf('.') + 1));

const available = (): Agent =>
  setPresence(registerAgent(undefined, profile, 0)!.agent, 'available', '', 10)!.agent;
const reserved = (agent = available()): Agent => reserve(agent, request, 20)!.agent;
const engaged = (): Agent => engage(reserved(), 'h1', 1, 30)!.agent;

describe('an agent', () => {
  it('is offline when registered, and registering again changes what they can do only', () => {
    expect(registerAgent(undefined, profile, 0)!.agent).toMatchObject({
      presence: 'offline',
      slots: [],
    });
    expect(registerAgent(available(), profile, 20)).toBeUndefined();
    const changed = registerAgent(reserved(), { ...profile, skills: { fraud: 2 } }, 20)!;
    expect(changed.agent).toMatchObject({
      presence: 'available',
      slots: [{ kind: 'reserved' }],
      skills: { fraud: 2 },
    });
  });

  it.each([{ languages: [] }, { skills: { fraud: 6 } }, { skills: { fraud: 1.5 } }, { agentId: '' }])(
    'is not registered with %j',
    (wrong) => {
      expect(() => registerAgent(undefined, { ...profile, ...wrong }, 0)).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }) as Error,
      );
    },
  );

  it('is held for one handoff at a time, under a token that grows', () => {
    expect(reserve(reserved(), { ...request, handoffId: 'h2' }, 21)).toBeUndefined();
    const freed = letGo(reserved(), 'h1', 1, 'rejected', 22)!;
    expect(names(freed)).toEqual(['AgentReleased']);
    expect(reserved(freed.agent).token).toBe(2);
    expect(reserve(registerAgent(undefined, profile, 0)!.agent, request, 1)).toBeUndefined();
  });

  it('is let go only by the reservation they are held under', () => {
    expect(letGo(reserved(), 'h1', 2, 'rejected', 22)).toBeUndefined();
    expect(letGo(reserved(), 'h2', 1, 'rejected', 22)).toBeUndefined();
    expect(letGo(available(), 'h1', 1, 'rejected', 22)).toBeUndefined();
  });

  it('takes a caller, writes it up and is free again, idle from then on', () => {
    expect(engaged()).toMatchObject({ presence: 'busy', slots: [{ kind: 'engaged' }] });
    expect(engage(engaged(), 'h1', 1, 31)).toBeUndefined();
    const writing = beginWrapUp(engaged(), 'h1', 100)!.agent;
    expect(writing.presence).toBe('wrap-up');
    const free = workDone(writing, 'h1', 'completed', 200)!;
    expect(names(free)).toEqual(['AgentReleased', 'AgentPresenceChanged']);
    expect(free.agent).toMatchObject({ presence: 'available', slots: [], idleSince: 200 });
  });

  it('cannot take a caller they are not held for', () => {
    const gone = expect.objectContaining({ code: 'offer-gone' }) as Error;
    expect(() => engage(available(), 'h1', 1, 30)).toThrow(gone);
    expect(() => engage(reserved(), 'h2', 1, 30)).toThrow(gone);
    expect(() => engage(reserved(), 'h1', 9, 30)).toThrow(gone);
  });

  it('gives an offer back by going away, and goes away from a caller only when done', () => {
    const away = setPresence(reserved(), 'break', 'lunch', 25)!;
    expect(names(away)).toEqual(['AgentReleased', 'AgentPresenceChanged']);
    const later = setPresence(engaged(), 'offline', '', 40)!;
    expect(later).toMatchObject({ agent: { presence: 'busy', afterwards: 'offline' }, events: [] });
    const done = workDone(later.agent, 'h1', 'completed', 50)!.agent;
    expect(done).toMatchObject({ presence: 'offline' });
    expect(done).not.toHaveProperty('afterwards');
  });

  it('who leaves two offers in a row unanswered is taken to be away', () => {
    const once = leftUnanswered(reserved(), 'h1', 1, 45)!;
    expect(once.agent).toMatchObject({ presence: 'available', noAnswers: 1 });
    const twice = leftUnanswered(reserved(once.agent), 'h1', 2, 70)!;
    expect(twice.agent).toMatchObject({
      presence: 'break',
      presenceReason: 'no-answer',
      slots: [],
    });
    const back = setPresence(twice.agent, 'available', '', 80)!;
    expect(back.agent.noAnswers).toBe(0);
    const rejected = letGo(reserved(once.agent), 'h1', 2, 'rejected', 60)!.agent;
    expect(rejected.noAnswers).toBe(0);
  });

  it('cannot ask to be busy or in wrap-up', () => {
    expect(wantedPresence(Presence.PRESENCE_BREAK)).toBe('break');
    for (const presence of [
      Presence.PRESENCE_BUSY,
      Presence.PRESENCE_WRAP_UP,
      Presence.PRESENCE_UNSPECIFIED,
    ]) {
      expect(() => wantedPresence(presence)).toThrow(
        expect.objectContaining({ code: 'invalid-argument' }) as Error,
      );
    }
  });
});

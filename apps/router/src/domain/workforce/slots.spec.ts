import fc from 'fast-check';
import { Channel } from '@baton/contracts';
import type { WeeklyHours } from '@baton/policy';
import { SteadyClock } from '../../steady-clock.js';
import { canTake, occupancy, type Agent, type AgentOutcome, type Capacity } from './agent.js';
import { agentDeadline, agentDue } from './agent-deadline.js';
import { agentFromStore } from './agent-from-store.js';
import { desksHeard, heartbeatLost } from './heartbeat.js';
import { setPresence } from './presence.js';
import { registerAgent, type AgentProfile } from './register-agent.js';
import { reserve } from './reservation.js';
import { keepShift, shiftOver } from './shift.js';
import { slotKindOf, type SlotKind } from './slot.js';
import { beginWrapUp, engage, letGo, workDone } from './take-work.js';

const monday = Date.parse('2026-01-05T12:00:00Z');
const profile: AgentProfile = {
  agentId: 'a',
  tenantId: 'bank',
  name: 'A',
  skills: { fraud: 5 },
  languages: ['en'],
};
const known = (change: Partial<AgentProfile> = {}, now = 0): Agent =>
  setPresence(registerAgent(undefined, { ...profile, ...change }, now)!.agent, 'available', '', now)!.agent;
const capacity = (voice: number, chat: number, voiceWithChats = false): Capacity => ({
  voice,
  chat,
  voiceWithChats,
});
const asked = (id: string, channel: SlotKind = 'voice') => ({
  handoffId: id,
  conversationId: id,
  ttlMs: 25_000,
  why: '',
  channel,
  queue: 'fraud',
});
const names = (outcome: AgentOutcome | undefined) =>
  (outcome?.events ?? []).map(({ type }) => type.type.slice(type.type.lastIndexOf('.') + 1));
const chatting = (agent: Agent, id: string, now = 10): Agent =>
  engage(reserve(agent, asked(id, 'chat'), now)!.agent, id, agent.token + 1, now)!.agent;

describe('slots', () => {
  it('are one at a time where nothing is said, whatever the channel', () => {
    const one = reserve(known(), asked('h1'), 1)!.agent;
    expect(reserve(one, asked('h2'), 1)).toBeUndefined();
    expect(reserve(one, asked('h2', 'chat'), 1)).toBeUndefined();
    expect(reserve(known(), asked('h1', 'chat'), 1)!.agent.slots).toMatchObject([{ channel: 'chat' }]);
  });

  it('hold several written conversations, and no call beside them', () => {
    const busy = chatting(chatting(known({ capacity: capacity(1, 3) }), 'h1'), 'h2');
    expect(canTake(busy, 'chat')).toBe(true);
    expect(canTake(busy, 'voice')).toBe(false);
    expect(reserve(busy, asked('h2', 'chat'), 11)).toBeUndefined();
    const full = chatting(busy, 'h3');
    expect(canTake(full, 'chat')).toBe(false);
    const called = reserve(known({ capacity: capacity(1, 3) }), asked('h1'), 1)!.agent;
    expect(canTake(called, 'chat')).toBe(false);
  });

  it('hold a call beside written conversations where the company wants that', () => {
    const busy = chatting(known({ capacity: capacity(1, 2, true) }), 'h1');
    expect(canTake(busy, 'voice')).toBe(true);
    expect(canTake(reserve(busy, asked('h2'), 11)!.agent, 'voice')).toBe(false);
  });

  it('are written up one by one: who still talks is busy, and free again after the last', () => {
    const two = chatting(chatting(known({ capacity: capacity(1, 2) }), 'h1', 10), 'h2', 20);
    const writing = beginWrapUp(two, 'h1', 50)!.agent;
    expect(writing).toMatchObject({ presence: 'busy', slots: [{ kind: 'wrap-up' }, { kind: 'engaged' }] });
    const one = workDone(writing, 'h1', 'completed', 60)!;
    expect(names(one)).toEqual(['AgentReleased']);
    expect(one.events[0]!.data).toMatchObject({ work: { queue: 'fraud', handledMs: 50 } });
    expect(one.agent).toMatchObject({ presence: 'busy' });
    const none = workDone(one.agent, 'h2', 'completed', 110)!.agent;
    expect(none).toMatchObject({ presence: 'available', slots: [], idleSince: 110 });
    expect(occupancy(none, 200)).toBeCloseTo(0.5);
  });

  it('take nobody new once the agent said they will go', () => {
    const going = setPresence(
      chatting(known({ capacity: capacity(1, 2) }), 'h1'),
      'break',
      'lunch',
      20,
    )!.agent;
    expect(canTake(going, 'chat')).toBe(false);
    expect(workDone(going, 'h1', 'completed', 30)!.agent).toMatchObject({
      presence: 'break',
      presenceReason: 'lunch',
    });
  });

  it('are refused to a router that matched under an older lease', () => {
    const newer = reserve(known(), { ...asked('h1'), leaseToken: 4 }, 1)!.agent;
    const free = letGo(newer, 'h1', 1, 'rejected', 2)!.agent;
    expect(reserve(free, { ...asked('h2'), leaseToken: 3 }, 3)).toBeUndefined();
    expect(reserve(free, { ...asked('h2'), leaseToken: 4 }, 3)).toBeDefined();
    // Whoever asks for an agent by name holds no lease.
    expect(reserve(free, asked('h2'), 3)).toBeDefined();
  });

  it('know written channels from calls', () => {
    expect(
      [Channel.CHANNEL_CHAT, Channel.CHANNEL_EMAIL, Channel.CHANNEL_SMS, Channel.CHANNEL_WHATSAPP].map(
        slotKindOf,
      ),
    ).toEqual(Array(4).fill('chat'));
    expect([Channel.CHANNEL_PHONE, Channel.CHANNEL_UNSPECIFIED, undefined].map(slotKindOf)).toEqual(
      Array(3).fill('voice'),
    );
  });

  it('are never more than the capacity, each with a token of its own, whatever happens in whatever order', () => {
    const step = fc.record({
      do: fc.constantFrom('reserve', 'engage', 'let-go', 'wrap-up', 'done', 'away', 'back'),
      id: fc.integer({ min: 1, max: 5 }).map((n) => `h${n}`),
      channel: fc.constantFrom<SlotKind>('voice', 'chat'),
    });
    const places = fc.record({
      voice: fc.constantFrom(0, 1),
      chat: fc.integer({ min: 1, max: 3 }),
      voiceWithChats: fc.boolean(),
    });
    fc.assert(
      fc.property(places, fc.array(step, { maxLength: 40 }), (has, steps) => {
        let agent = known({ capacity: has });
        const tokens = new Set<number>();
        let now = 1;
        for (const { do: what, id, channel } of steps) {
          now += 1;
          const slot = agent.slots.find(({ handoffId }) => handoffId === id);
          const before = agent.token;
          const token = slot?.token ?? 0;
          const outcome =
            what === 'reserve'
              ? reserve(agent, asked(id, channel), now)
              : what === 'engage'
                ? slot && engage(agent, id, token, now)
                : what === 'let-go'
                  ? letGo(agent, id, token, 'rejected', now)
                  : what === 'wrap-up'
                    ? slot?.kind === 'engaged'
                      ? beginWrapUp(agent, id, now)
                      : undefined
                    : what === 'done'
                      ? workDone(agent, id, 'completed', now)
                      : setPresence(agent, what === 'away' ? 'break' : 'available', '', now);
          agent = outcome?.agent ?? agent;
          const used = (kind: SlotKind) => agent.slots.filter((one) => one.channel === kind).length;
          expect(used('voice')).toBeLessThanOrEqual(has.voice);
          expect(used('chat')).toBeLessThanOrEqual(has.chat);
          if (!has.voiceWithChats) expect(used('voice') > 0 && used('chat') > 0).toBe(false);
          expect(new Set(agent.slots.map(({ handoffId }) => handoffId)).size).toBe(agent.slots.length);
          if (agent.token > before) {
            expect(tokens.has(agent.token)).toBe(false);
            tokens.add(agent.token);
          }
          const withSomebody = agent.slots.some(({ kind }) => kind !== 'reserved');
          expect(agent.presence === 'busy' || agent.presence === 'wrap-up').toBe(withSomebody);
        }
      }),
    );
  });
});

describe('a desk', () => {
  const times = { silentMs: 30_000, steadySince: 0 };

  it('is written down the first time it is heard of, and then from time to time', () => {
    const heard = desksHeard(known(), 10_000, 100)!.agent;
    expect(heard.heardAt).toBe(100);
    expect(desksHeard(heard, 10_000, 5_000)).toBeUndefined();
    expect(desksHeard(heard, 10_000, 10_100)!.agent.heardAt).toBe(10_100);
    expect(desksHeard(registerAgent(undefined, profile, 0)!.agent, 10_000, 100)).toBeUndefined();
  });

  it('that falls silent sends its agent offline and the caller back to the queue', () => {
    const ringing = reserve(
      desksHeard(known(), 10_000, 100)!.agent,
      { ...asked('h1'), ttlMs: 60_000 },
      20_000,
    )!.agent;
    expect(agentDeadline(ringing, 30_000, 20_000)).toBe(30_100);
    expect(agentDue(ringing, times, 30_099).events).toEqual([]);
    const lost = agentDue(ringing, times, 30_100);
    expect(names(lost)).toEqual(['AgentReleased', 'AgentPresenceChanged']);
    expect(lost.events[0]!.data).toMatchObject({ handoffId: 'h1', reason: heartbeatLost });
    expect(lost.agent).toMatchObject({ presence: 'offline', presenceReason: heartbeatLost, slots: [] });
    expect(agentDeadline(lost.agent, 30_000, 30_100)).toBeUndefined();
  });

  it('that falls silent in a call leaves the caller where they are, and is offered nobody else', () => {
    const talking = desksHeard(chatting(known({ capacity: capacity(1, 2) }), 'h1'), 10_000, 100)!.agent;
    const lost = agentDue(talking, times, 40_000).agent;
    expect(lost).toMatchObject({ presence: 'busy', afterwards: 'offline' });
    expect(canTake(lost, 'chat')).toBe(false);
    expect(workDone(lost, 'h1', 'completed', 50_000)!.agent).toMatchObject({
      presence: 'offline',
      presenceReason: heartbeatLost,
    });
    const back = desksHeard(lost, 10_000, 45_000)!.agent;
    expect(canTake(back, 'chat')).toBe(true);
  });

  it('is one of two: the agent is there as long as either is', () => {
    let agent = known();
    for (let at = 0; at <= 120_000; at += 10_000) {
      const desks = at < 60_000 ? 2 : 1;
      for (let n = 0; n < desks; n += 1) agent = desksHeard(agent, 10_000, at)?.agent ?? agent;
      agent = agentDue(agent, times, at).agent;
      expect(agent.presence).toBe('available');
    }
    expect(agentDue(agent, times, 150_000).agent.presence).toBe('offline');
  });

  it('is given its time once more after a restart, and where the clock was set forward or back', () => {
    const heard = desksHeard(known(), 10_000, 100)!.agent;
    const restarted = agentDue(heard, { silentMs: 30_000, steadySince: 500_000 }, 500_001).agent;
    expect(restarted).toMatchObject({ presence: 'available', heardAt: 500_000 });
    expect(agentDue(restarted, { silentMs: 30_000, steadySince: 500_000 }, 530_000).agent.presence).toBe(
      'offline',
    );
    // Back: what was heard lies in the future, and is written anew.
    expect(desksHeard(restarted, 10_000, 200_000)!.agent.heardAt).toBe(200_000);
  });
});

describe('a steady clock', () => {
  it('says since when it has not been set', () => {
    let wall = 1_000_000;
    let elapsed = 0;
    const steady = new SteadyClock({ now: () => wall }, () => elapsed);
    const pass = (ms: number, set = 0) => {
      elapsed += ms;
      wall += ms + set;
    };
    pass(60_000, 300);
    expect(steady.since()).toBe(1_000_000);
    pass(1_000, 3_600_000);
    expect(steady.since()).toBe(wall);
    const since = wall;
    pass(5_000);
    expect(steady.since()).toBe(since);
    pass(1_000, -7_200_000);
    expect(steady.since()).toBe(wall);
  });
});

describe('a shift', () => {
  const shift: WeeklyHours = {
    timezone: 'Europe/London',
    open: [{ days: ['mon'], from: '09:00', to: '17:00' }],
  };
  const at = (time: string) => Date.parse(`2026-01-05T${time}:00Z`);

  it('lets an agent be offered callers within it only', () => {
    const early = known({ shift }, at('08:00'));
    expect(early).toMatchObject({ presence: 'available', onShift: false });
    expect(canTake(early, 'voice')).toBe(false);
    expect(agentDeadline(early, 30_000, at('08:00'))).toBe(at('09:00'));
    const begun = agentDue(early, { silentMs: 30_000, steadySince: 0 }, at('09:00')).agent;
    expect(canTake(begun, 'voice')).toBe(true);
    expect(agentDeadline(begun, 30_000, at('09:00'))).toBe(at('17:00'));
  });

  it('ends: who is idle goes offline, who rings gives the offer back, who talks finishes first', () => {
    const idle = known({ shift }, monday);
    expect(keepShift(idle, at('17:00'))!.agent).toMatchObject({
      presence: 'offline',
      presenceReason: shiftOver,
    });
    const rung = keepShift(reserve(idle, asked('h1'), at('16:59'))!.agent, at('17:00'))!;
    expect(names(rung)).toEqual(['AgentReleased', 'AgentPresenceChanged']);
    const talking = engage(reserve(idle, asked('h1'), at('16:00'))!.agent, 'h1', 1, at('16:00'))!.agent;
    const late = keepShift(talking, at('17:00'))!;
    expect(late.agent).toMatchObject({ presence: 'busy', afterwards: 'offline' });
    expect(workDone(late.agent, 'h1', 'completed', at('17:10'))!.agent).toMatchObject({
      presence: 'offline',
      presenceReason: shiftOver,
    });
  });

  it('that never begins offers nothing, and is looked at again a day later', () => {
    const never: WeeklyHours = {
      timezone: 'UTC',
      open: [{ days: ['mon'], from: '09:00', to: '17:00' }],
      closed: Array.from({ length: 5 }, (_, n) =>
        new Date(monday + n * 604_800_000).toISOString().slice(0, 10),
      ),
    };
    const agent = known({ shift: never }, monday);
    expect(canTake(agent, 'voice')).toBe(false);
    expect(agentDeadline(agent, 30_000, monday)).toBe(monday + 86_400_000);
  });

  it.each([
    [{ timezone: 'Europe/Londn', open: shift.open }, /time zone/],
    [{ ...shift, open: [{ days: ['mon'], from: '9:00', to: '17:00' }] }, /not a time/],
    [{ ...shift, open: [{ days: ['monday'], from: '09:00', to: '17:00' }] }, /no day/],
    [{ ...shift, open: [] }, /no windows/],
    [{ ...shift, closed: ['25.12.2026'] }, /no date/],
  ])('is refused where it is %j', (wrong, message) => {
    expect(() => registerAgent(undefined, { ...profile, shift: wrong as WeeklyHours }, 0)).toThrow(message);
  });
});

describe('an agent stored by an earlier Baton', () => {
  it('is read with the one slot they had', () => {
    const {
      slots: _s,
      workplace: _w,
      capacity: _c,
      onShift: _o,
      leaseToken: _l,
      worked: _d,
      ...old
    } = known();
    const slot = { kind: 'engaged', handoffId: 'h1', conversationId: 'c1', token: 3 } as const;
    const read = agentFromStore({ ...old, slot } as never);
    expect(read.slots).toMatchObject([{ kind: 'engaged', handoffId: 'h1', token: 3, channel: 'voice' }]);
    expect(agentFromStore({ ...old, slot: { kind: 'free' } } as never).slots).toEqual([]);
    expect(agentFromStore(read)).toBe(read);
  });
});

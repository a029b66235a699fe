import fc from 'fast-check';
import { derivedId } from '@baton/kernel';
import { CallbackCompleted, CallbackDue, CallbackExpired } from '@baton/contracts';
import type { EventDraft } from '@baton/persistence';
import { queued, routing, tuesday } from '../../testing/handoffs.js';
import {
  attemptFailed,
  callbackDeadline,
  callbackDue,
  callbackKept,
  type Callback,
  type CallbackOutcome,
} from './callback.js';
import { ringCallback } from './ring-callback.js';

const promised: Callback = {
  ...{ callbackId: 'callback-1', tenantId: 'bank', handoffId: 'handoff-1', conversationId: 'call-1' },
  ...{ queue: 'general', language: 'en', dueAt: tuesday, expiresAt: tuesday + 4 * 3_600_000 },
};
const numbers = { ...routing.callback, attempts: 3, minutesBetween: 10 };
const attempt = (n: number) => derivedId('callback-1', 'handoff', n);
const has = (events: readonly EventDraft<unknown>[], wanted: { readonly type: string }) =>
  events.filter(({ type }) => type.type === wanted.type).length;

describe('a promise to ring', () => {
  it('becomes an attempt when it is due, not before, and once', () => {
    expect(callbackDue(promised, tuesday - 1)).toBeUndefined();
    const due = callbackDue(promised, tuesday)!;
    expect(due.events[0]!.data).toMatchObject({ attempt: 1, handoffId: attempt(1) });
    expect(callbackDue(due.callback, tuesday + 1_000)).toBeUndefined();
  });

  it('is tried again as often, and as late, as the pack says, then it is over', () => {
    let callback = callbackDue(promised, tuesday)!.callback;
    for (const n of [1, 2]) {
      callback = attemptFailed(callback, attempt(n), 'no-answer', callback.dueAt + 30_000, numbers)!.callback;
      expect(callback).toMatchObject({ state: 'scheduled' });
      callback = callbackDue(callback, callback.dueAt)!.callback;
    }
    const over = attemptFailed(callback, attempt(3), 'no-answer', callback.dueAt + 30_000, numbers)!;
    expect(over.callback.state).toBe('expired');
    expect(over.events[0]!.data).toMatchObject({ attempts: 3, reason: 'no-answer' });
  });

  it('is kept once, by the attempt that runs; an older one that comes late changes nothing', () => {
    const first = callbackDue(promised, tuesday)!.callback;
    const again = attemptFailed(first, attempt(1), 'no-answer', tuesday + 1, numbers)!.callback;
    const second = callbackDue(again, again.dueAt)!.callback;
    expect(callbackKept(second, attempt(1), 'agent-a')).toBeUndefined();
    const kept = callbackKept(second, attempt(2), 'agent-a')!.callback;
    expect(callbackDeadline(kept)).toBeUndefined();
    expect(attemptFailed(kept, attempt(2), 'caller-left', tuesday, numbers)).toBeUndefined();
  });

  it('ends by itself where an attempt is lost, so that no promise stays open for ever', () => {
    const due = callbackDue(promised, tuesday)!.callback;
    const at = callbackDeadline(due)!;
    expect(at).toBeGreaterThan(promised.expiresAt);
    expect(callbackDue(due, at)!.callback.state).toBe('expired');
  });

  it('rings from a conversation of its own, with what the first handoff knew', () => {
    const due = { handoffId: attempt(2), attempt: 2 };
    const rung = ringCallback(promised, queued(), due, { now: tuesday, ringSeconds: 12 });
    expect(rung).toMatchObject({
      kind: 'callback',
      inQueue: 'general',
      skills: ['fraud'],
      callback: { previousConversationId: 'call-1', ringSeconds: 12, attempt: 2 },
    });
    expect(rung.conversationId).not.toBe('call-1');
  });

  it('has exactly one end, whatever happens in whatever order', () => {
    type Step = (callback: Callback, now: number) => CallbackOutcome | undefined;
    const n = fc.integer({ min: 0, max: 4 });
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.constant<Step>((callback, now) => callbackDue(callback, now)),
      n.map(
        (k): Step =>
          (callback, now) =>
            attemptFailed(callback, attempt(k), 'no-answer', now, numbers),
      ),
      n.map(
        (k): Step =>
          (callback) =>
            callbackKept(callback, attempt(k), 'agent-a'),
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(30 * 60_000)), { maxLength: 40 }), (steps) => {
        let callback = promised;
        let now = tuesday - 60_000;
        const said: EventDraft<unknown>[] = [];
        const take = (outcome: CallbackOutcome | undefined) => {
          if (!outcome) return;
          expect(['completed', 'expired']).not.toContain(callback.state);
          callback = outcome.callback;
          said.push(...outcome.events);
        };
        for (const [happen, passed] of steps) take(happen(callback, (now += passed)));
        for (let at = callbackDeadline(callback); at !== undefined; at = callbackDeadline(callback)) {
          take(callbackDue(callback, Math.max(now, at)));
        }
        expect(has(said, CallbackCompleted) + has(said, CallbackExpired)).toBe(1);
        expect(has(said, CallbackDue)).toBeLessThanOrEqual(numbers.attempts);
      }),
    );
  });
});

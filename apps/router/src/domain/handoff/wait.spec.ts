import { bank } from '../../testing/bank.js';
import { escalation, namesOf, queued, routing, tuesday, viewAfter } from '../../testing/handoffs.js';
import type { Handoff } from './handoff.js';
import type { QueueFacts, QueueView } from './queue-view.js';
import { requestHandoff } from './request-handoff.js';
import { deadlinePassed, handoffDeadline } from './wait.js';

interface Announced {
  readonly atSeconds: number;
  readonly text: string;
  readonly callbackOffered: boolean;
  readonly language: string;
}

/** Lets the caller wait and collects what they hear. */
function wait(
  start: Handoff,
  seconds: number,
  facts: Partial<QueueFacts> = {},
  change: (view: QueueView) => QueueView = (view) => view,
) {
  let handoff = start;
  const heard: Announced[] = [];
  const seen: string[] = [];
  for (let looks = 0; looks < 1_000; looks += 1) {
    const at = handoffDeadline(handoff, viewAfter(0));
    if (at === undefined || at > tuesday + seconds * 1000) break;
    const outcome = deadlinePassed(handoff, change(viewAfter(at - tuesday, facts)))!;
    for (const { data } of outcome.events) {
      if (data !== null && typeof data === 'object' && 'callbackOffered' in data) {
        heard.push({ ...(data as Announced), atSeconds: (at - tuesday) / 1000 });
      }
    }
    seen.push(...namesOf(outcome));
    const next = handoffDeadline(outcome.handoff, viewAfter(0));
    expect(next === undefined || next > at).toBe(true);
    handoff = outcome.handoff;
  }
  return { handoff, heard, seen };
}

describe('a caller who waits', () => {
  it('hears their place at once, at the rhythm of the pack, and an offer of a callback when that is due', () => {
    const { heard } = wait(queued(), 100);
    expect(heard.map(({ atSeconds }) => atSeconds)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(heard.map(({ callbackOffered }) => callbackOffered)).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
    expect(heard[0]!.text).toContain('number 1');
    expect(heard[3]!.text).toContain('callback');
  });

  it('hears nothing at once where somebody is free', () => {
    const free = requestHandoff(escalation, viewAfter(0, { agentFree: true })).handoff;
    expect(wait(free, 19).heard).toEqual([]);
    expect(wait(free, 20).heard).toHaveLength(1);
  });

  it('is offered a callback at once where nobody is at work', () => {
    expect(wait(queued(), 0, { serving: 0 }).heard).toMatchObject([{ callbackOffered: true }]);
  });

  it('hears it in their language, or in the first of the pack', () => {
    expect(wait(queued({ language: 'es' }), 0).heard[0]).toMatchObject({ language: 'es' });
    expect(wait(queued({ language: 'xx' }), 0).heard[0]).toMatchObject({ language: bank().languages[0] });
  });

  it('is looked at again when a step relaxes what is asked of agents', () => {
    const steps = routing.queues
      .find(({ name }) => name === 'fraud')!
      .steps.map(({ afterSeconds }) => afterSeconds);
    const looked: number[] = [];
    wait(queued(), Math.max(...steps), {}, (view) => {
      looked.push((view.now - tuesday) / 1000);
      return view;
    });
    for (const step of steps) expect(looked).toContain(step);
  });

  it('is rung when they have waited as long as anybody should', () => {
    const { handoff, seen } = wait(queued(), 3_600);
    expect(handoff).toMatchObject({ state: 'callback-scheduled', reason: 'waited-too-long' });
    expect(seen.at(-1)).toBe('CallbackScheduled');
  });

  it('outside hours hears that, is offered a callback, and is rung rather than kept', () => {
    const lending = routing.queues.find(({ hours }) => hours !== 'always')!.name;
    const night = 13 * 3_600_000;
    const { now } = viewAfter(night);
    const closed: Handoff = {
      ...queued(),
      queue: lending,
      queueOpen: false,
      waitingSince: now,
      lookedAt: now,
    };
    const heard = deadlinePassed(closed, viewAfter(night))!;
    const { closed: text } = routing.announce;
    expect(heard.events[0]?.data).toMatchObject({ callbackOffered: true, text: text['en'] });
    const again = deadlinePassed(heard.handoff, viewAfter(night + 20_000))!;
    expect(again.events[0]?.data).toMatchObject({ text: routing.announce.callbackOffer['en'] });
    const late = deadlinePassed(closed, viewAfter(night + 61_000))!;
    expect(late.handoff.state).toBe('callback-scheduled');
  });

  it('is told when their queue opens, and is waited for like everybody else from then on', () => {
    const lending = routing.queues.find(({ hours }) => hours !== 'always')!.name;
    const closed: Handoff = { ...queued(), queue: lending, queueOpen: false };
    const opened = deadlinePassed(closed, viewAfter(20_000))!;
    expect(namesOf(opened)).toEqual(['HandoffQueued', 'QueuePositionAnnounced']);
    expect(opened.handoff).toMatchObject({ queueOpen: true, state: 'queued' });
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import type { BatonEvent } from '@baton/eventing';
import type { MortalSite } from './mortal-site.js';
import { playHandoff, type Course } from './played-handoff.js';

/** What a handoff of each course leaves behind when nothing goes wrong, whatever died in between. */
const expected: Readonly<Record<Course, Readonly<Record<string, number>>>> = {
  completed: {
    ConversationStarted: 1,
    HumanRequested: 1,
    EscalationDecided: 1,
    HandoffRequested: 1,
    AgentReserved: 1,
    HandoffOffered: 1,
    HandoffAccepted: 1,
    CallerBridged: 1,
    HandoffConnected: 1,
    WrapUpStarted: 1,
    ConversationEnded: 1,
    HandoffCompleted: 1,
    AgentReleased: 1,
  },
  'declined once': {
    EscalationDecided: 1,
    HandoffRejected: 1,
    AgentReserved: 2,
    HandoffOffered: 2,
    HandoffAccepted: 1,
    CallerBridged: 1,
    HandoffConnected: 1,
    HandoffCompleted: 1,
    AgentReleased: 2,
  },
  'caller hangs up': {
    EscalationDecided: 1,
    ConversationEnded: 1,
    HandoffAbandoned: 1,
    HandoffCompleted: 0,
    HandoffAccepted: 0,
    AgentReserved: 1,
    AgentReleased: 1,
  },
};

/** What only a deadline does: no death may leave a handoff to one. */
const lateHelp = ['HandoffOfferTimedOut', 'HandoffFailed'];
const finals = [
  'HandoffCompleted',
  'HandoffAbandoned',
  'HandoffFailed',
  'HandoffReturnedToBot',
  'CallbackScheduled',
];

/** Plays handoffs of a course, each dying at the next step, until one is over before its fatal step. Resolves with how many died. */
export async function dieAtEveryStep(
  site: MortalSite,
  course: Course,
  stride = 1,
): Promise<{ points: number; wrong: string[] }> {
  const wrong: string[] = [];
  for (let fatal = 1; ; fatal += stride) {
    const deaths = site.deaths;
    const name = `${course}-${fatal}`;
    const conversationId = await playHandoff(site, name, course, fatal).catch((thrown: unknown) => {
      wrong.push(`${name}: ${String(thrown)}`);
      return undefined;
    });
    if (conversationId === undefined) return { points: fatal, wrong };
    site.mortal(Number.POSITIVE_INFINITY);
    await quiet(site);
    wrong.push(...faultsOf(site, conversationId, course).map((fault) => `${name}: ${fault}`));
    if (site.deaths === deaths) return { points: Math.ceil((fatal - 1) / stride), wrong };
    if (fatal > 400) throw new Error('a handoff takes more than 400 steps');
  }
}

/** Until nothing more is published. */
async function quiet(site: MortalSite): Promise<void> {
  for (let before = -1; before !== site.events.length;) {
    before = site.events.length;
    await pause(25);
  }
}

function faultsOf(site: MortalSite, conversationId: string, course: Course): string[] {
  const own = site.events.filter(({ meta }) => meta.correlationId === conversationId);
  const count = (name: string) => own.filter((event) => nameOf(event) === name).length;
  const faults = Object.entries(expected[course])
    .filter(([name, times]) => count(name) !== times)
    .map(([name, times]) => `${count(name)} ${name}, not ${times}`);
  const ends = finals.reduce((sum, name) => sum + count(name), 0);
  for (const name of lateHelp) if (count(name) > 0) faults.push(`${name}: a deadline had to help`);
  if (ends !== 1) faults.push(`${ends} ends`);
  const indices = own
    .filter((event) => nameOf(event) === 'TurnRecorded')
    .map(({ data }) => (data as { turnIndex: number }).turnIndex);
  if (indices.toSorted((a, b) => a - b).some((index, at) => index !== at))
    faults.push(`turns ${indices.join(' ')}`);
  if (site.changed.length > 0) faults.push(`events changed: ${site.changed.join(' ')}`);
  if (faults.length > 0) faults.push(own.map(nameOf).join(' → '));
  return faults;
}

function nameOf({ meta }: BatonEvent<unknown>): string {
  return meta.type.slice(meta.type.lastIndexOf('.') + 1);
}

import { loadSimulation, type RoutingConfig, type Simulation } from '@baton/packs';
import { callersOf } from '../caller.js';
import type { PolicyName } from '../policies.js';
import { rosterOf } from '../roster.js';
import { playReplication, type Happened } from '../simulated-centre.js';

const text = { en: 'x' };

/** A pack's routing with one queue that everybody serves. */
export const oneQueue: RoutingConfig = {
  skills: [{ name: 'general', title: text }],
  queues: [
    {
      name: 'general',
      title: text,
      skills: ['general'],
      serves: ['general'],
      hours: 'always',
      serviceLevel: { seconds: 20, percent: 80 },
      steps: [],
    },
  ],
  defaultQueue: 'general',
  offerSeconds: 20,
  wrapUpSeconds: 60,
  averageHandleSeconds: 60,
  callback: { offerAfterSeconds: 60, expireHours: 48 },
  announce: {
    everySeconds: 20,
    position: text,
    connecting: text,
    callbackOffer: text,
    callbackBooked: text,
    closed: text,
  },
  dispositions: [{ code: 'resolved', title: text }],
};

/** A scenario from what its file would hold; a fault is a mistake of the test. */
export function scenario(file: object): Simulation {
  const loaded = loadSimulation('scenario.yaml', Buffer.from(JSON.stringify(file)));
  if (!loaded.ok) throw new Error(loaded.error.map(({ path, message }) => `${path} ${message}`).join('\n'));
  return loaded.value.simulation;
}

export function play(
  simulation: Simulation,
  policy: PolicyName,
  replication = 0,
  routing: RoutingConfig = oneQueue,
): Happened {
  const callers = callersOf(simulation, replication);
  const roster = rosterOf(simulation);
  return playReplication({ simulation, routing, languages: ['en'], policy, callers, roster });
}

import type { QueueConfig, RoutingConfig } from '@baton/packs';
import { compileRouting, pullOf, type CompiledQueue, type CompiledRouting } from '@baton/policy';
import { queueOf } from '../domain/handoff/queue-view.js';

const known = new WeakMap<RoutingConfig, CompiledRouting>();

/** The weights of a pack's queues, compiled once a version. */
export function rulesOf(routing: RoutingConfig): CompiledRouting {
  let made = known.get(routing);
  if (!made) known.set(routing, (made = compiled(routing)));
  return made;
}

/** The weights of the queue of that name, or of the one that stands in for it. */
export function queueRules(routing: RoutingConfig, name: string): CompiledQueue {
  return rulesOf(routing).get(queueOf(routing, name).name)!;
}

/** When the service level of a queue pulls its callers forward. */
export function queuePull(routing: RoutingConfig, name: string): ReturnType<typeof pullOf> {
  return pullOf(queueOf(routing, name));
}

/** A pack of an earlier Baton may hold weights this one refuses: its callers are then served in the default order. */
function compiled(routing: RoutingConfig): CompiledRouting {
  const whole = compileRouting(routing);
  if (whole.ok) return whole.value;
  const bare = compileRouting({ queues: routing.queues.map(withoutWeights) });
  if (!bare.ok) throw new Error('A queue without weights always compiles.');
  return bare.value;
}

function withoutWeights({ priority: _p, prefer: _w, ...queue }: QueueConfig): QueueConfig {
  return queue;
}

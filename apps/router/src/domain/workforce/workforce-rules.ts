import type { RoutingConfig } from '@baton/packs';
import type { Capacity } from './agent.js';
import { oneAtATime } from './register-agent.js';
import { noAnswersBeforeBreak } from './take-work.js';

/** What a company lets its agents do, complete. */
export interface WorkforceRules {
  /** How long a desk may be silent before its agent is taken to be away, ms. */
  readonly silentMs: number;
  readonly noAnswersBeforeBreak: number;
  /** Of agents of whom nothing else is said. */
  readonly capacity: Capacity;
}

const silentSeconds = 30;

/** The rules of a pack, with what it leaves out filled in. */
export function workforceRules({ workforce = {} }: Pick<RoutingConfig, 'workforce'>): WorkforceRules {
  const { capacity } = workforce;
  return {
    silentMs: (workforce.heartbeatSeconds ?? silentSeconds) * 1000,
    noAnswersBeforeBreak: workforce.noAnswersBeforeBreak ?? noAnswersBeforeBreak,
    capacity: capacity ? { voiceWithChats: false, ...capacity } : oneAtATime,
  };
}

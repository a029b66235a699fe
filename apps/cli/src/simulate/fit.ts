import { proficiencyIn, speaks, type AgentProfile } from '@baton/policy';
import type { QueueConfig } from '@baton/packs';
import type { Caller } from './caller.js';

/** How an agent suits a caller. */
export interface Fit {
  /** Has every skill asked for, at any proficiency; where none is asked for, every skill of the queue. */
  readonly skill: boolean;
  readonly language: boolean;
  /** Speaks the language and has the skills at the proficiency the matter needs: no transfer is needed. */
  readonly firstContact: boolean;
}

export function fitOf(
  agent: AgentProfile,
  caller: Pick<Caller, 'skills' | 'language' | 'minProficiency'>,
  queue: QueueConfig,
): Fit {
  const skills = caller.skills.length > 0 ? caller.skills : queue.skills;
  const needed = caller.minProficiency ?? queue.minProficiency ?? 1;
  const least = Math.min(5, ...skills.map((skill) => proficiencyIn(agent, skill)));
  const language = speaks(agent, caller.language);
  return { skill: least >= 1, language, firstContact: language && least >= needed };
}

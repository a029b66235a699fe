import { BatonError } from '@baton/kernel';
import { isOpen } from '@baton/policy';
import type { AgentProfile } from './register-agent.js';

const mostSkills = 100;
const mostLanguages = 50;
const mostWindows = 50;
const longestId = 128;
const longestName = 200;

/** What is wrong with an agent's profile, in words that say what to write. Throws `invalid-argument`. */
export function checkProfile(profile: AgentProfile): void {
  const fault = faultOf(profile);
  if (fault !== undefined) throw new BatonError('invalid-argument', fault);
}

function faultOf(profile: AgentProfile): string | undefined {
  const { agentId, name, languages, skills, capacity, workplace } = profile;
  if (agentId === '') return 'agent_id is missing.';
  if (agentId.length > longestId) return `agent_id is longer than ${longestId} characters.`;
  if (name.length > longestName) return `name is longer than ${longestName} characters.`;
  if (languages.length === 0) return 'languages is empty: an agent speaks at least one.';
  if (languages.length > mostLanguages) return `More than ${mostLanguages} languages.`;
  const tongue = languages.find((language) => !/^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(language));
  if (tongue !== undefined) return `"${tongue}" is no language tag; write one such as en or pt-BR.`;
  const levels = Object.entries(skills);
  if (levels.length > mostSkills) return `More than ${mostSkills} skills.`;
  const odd = levels.find(([, level]) => !Number.isInteger(level) || level < 1 || level > 5);
  if (odd) return `The proficiency of ${odd[0]} must be a whole number from 1 to 5.`;
  if (workplace && !/^([A-Z]{2})?$/.test(workplace.country))
    return 'country must be two capital letters such as GB, or empty.';
  if (capacity) {
    const { voice, chat } = capacity;
    if (![0, 1].includes(voice)) return 'The capacity for voice must be 0 or 1.';
    if (!Number.isInteger(chat) || chat < 0 || chat > 20)
      return 'The capacity for chat must be a whole number from 0 to 20.';
    if (voice + chat === 0) return 'The capacity is 0 for everything: give at least one.';
  }
  return shiftFault(profile);
}

function shiftFault({ shift }: AgentProfile): string | undefined {
  if (!shift) return undefined;
  if (shift.open.length === 0)
    return 'The shift has no windows: leave it out for an agent who is always on shift.';
  if (shift.open.length > mostWindows) return `More than ${mostWindows} windows in the shift.`;
  const known = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  const day = shift.open.flatMap(({ days }) => days).find((one) => !known.includes(one));
  if (day !== undefined) return `"${day}" is no day; write one of ${known.join(', ')}.`;
  if (shift.open.some(({ days }) => days.length === 0)) return 'A window of the shift names no day.';
  const off = shift.closed?.find((date) => !/^\d{4}-\d{2}-\d{2}$/.test(date));
  if (off !== undefined) return `"${off}" is no date; write YYYY-MM-DD.`;
  try {
    isOpen(shift, 0);
    for (const { from, to } of shift.open)
      isOpen({ timezone: 'UTC', open: [{ days: ['mon'], from, to }] }, 0);
  } catch (thrown) {
    if (thrown instanceof BatonError) return thrown.message;
    throw thrown;
  }
  return undefined;
}

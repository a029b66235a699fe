import { checkEscalation } from './check-escalation.js';
import { checkTexts } from './check-texts.js';
import type { EscalationSource } from './escalation-schema.js';
import { escalationSchema } from './escalation-schema.js';
import type { FaultPath, PackFault } from './fault.js';
import { parsePathText, pathText } from './fault.js';
import { member } from './member.js';
import { readSection } from './section.js';
import type { ValidateEscalation } from './validate-escalation.js';

/** `escalation.yaml`: its shape, its references, and what the policy engine says about its conditions. */
export function checkPolicy(
  texts: ReadonlyMap<string, string>,
  pack: { readonly skills: readonly string[] | undefined; readonly languages: readonly string[] },
  validate: ValidateEscalation | undefined,
): { readonly source: EscalationSource | undefined; readonly faults: PackFault[] } {
  const section = readSection('escalation.yaml', escalationSchema, texts);
  const wording = checkTexts(escalationSchema, section.value, pack.languages.slice(0, 1), (path) => ({
    names: signalsOfRule(section.value, path),
  }));
  const checked = section.parsed === undefined ? undefined : checkEscalation(section.parsed, pack.skills);
  const faults = [...section.faults, ...[...wording, ...(checked?.faults ?? [])].map(section.place)];
  const source = checked?.source;
  if (source === undefined || validate === undefined || pack.skills === undefined) return { source, faults };
  // The engine checks some of the same things: what is already reported at a place is not reported twice.
  const reported = new Set(faults.map(({ path }) => path));
  const more = validate(source, { skills: pack.skills, languages: pack.languages })
    .map(({ path, ...rest }) => ({ path: typeof path === 'string' ? parsePathText(path) : path, ...rest }))
    .filter(({ path }) => !reported.has(pathText(path)))
    .map(section.place);
  return { source, faults: [...faults, ...more] };
}

/** What a rule explains may name the signals its own condition looks at, for those have a value in every decision. */
function signalsOfRule(value: unknown, [list, rule, field]: FaultPath): string[] {
  if (list !== 'rules' || typeof rule !== 'number' || field !== 'explain') return [];
  const when = member(member(member(value, 'rules'), rule), 'when');
  return typeof when === 'string' ? (when.match(/[A-Za-z_]\w*(\.[A-Za-z_]\w*)?/g) ?? []) : [];
}

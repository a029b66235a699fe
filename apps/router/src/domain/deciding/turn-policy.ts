import { BatonError } from '@baton/kernel';
import type { Pack } from '@baton/packs';
import { compilePolicy, type CompiledPolicy, type PolicySource, type Text } from '@baton/policy';

/** What is needed to decide turns under one pack version. */
export interface TurnPolicy {
  /** The pack's own policy. */
  readonly compiled: CompiledPolicy;
  /** Used where the caller keyed for a person and the pack's policy would not escalate. */
  readonly keyed: CompiledPolicy;
  /** Languages of the pack, first is the default. */
  readonly languages: readonly string[];
  readonly company: string;
}

/** Compiles the policies of a pack. Throws `invalid-pack`; a pack that was loaded by `loadPacks` compiles. */
export function turnPolicyOf(pack: Pack): TurnPolicy {
  const options = { skills: pack.routing.skills.map(({ name }) => name), languages: pack.languages };
  const compile = (source: PolicySource): CompiledPolicy => {
    const compiled = compilePolicy(source, options);
    if (compiled.ok) return compiled.value;
    const faults = compiled.error.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new BatonError('invalid-pack', `The policy of ${pack.name} does not compile: ${faults.join('; ')}`);
  };
  return {
    compiled: compile(pack.escalation),
    keyed: compile(keyedRequestPolicy(pack)),
    languages: pack.languages,
    company: pack.bot.company,
  };
}

/**
 * The promise no pack can take back: a keyed zero reaches a person in every state (DESIGN §5.6, compliance R18). A policy like any
 * other, so that a decision it makes names it, is explained by it and can be derived from it again.
 */
export function keyedRequestPolicy({
  escalation,
  languages,
}: {
  readonly escalation: Pick<PolicySource, 'thresholds' | 'say'>;
  readonly languages: readonly string[];
}): PolicySource {
  return {
    id: 'baton-keyed-request',
    version: 1,
    thresholds: escalation.thresholds,
    rules: [
      {
        id: 'keyed-request',
        when: 'humanRequest.keyed',
        verdict: 'escalate',
        reasons: ['human-request'],
        explain: keyedExplanation(languages),
      },
    ],
    say: escalation.say,
  };
}

const explanations: Text = {
  en: 'The caller pressed or said zero to reach a person.',
  es: 'La persona pulsó o dijo cero para hablar con alguien.',
  fr: "La personne a appuyé sur zéro ou l'a dit pour joindre quelqu'un.",
  de: 'Die Person hat die Null gedrückt oder gesagt, um einen Menschen zu erreichen.',
  it: 'La persona ha premuto o detto zero per parlare con qualcuno.',
  pt: 'A pessoa carregou ou disse zero para falar com alguém.',
};

function keyedExplanation(languages: readonly string[]): Text {
  const wanted = languages.map((language) => [language, explanations[language] ?? explanations['en']!]);
  return Object.fromEntries(wanted) as Text;
}

import type { PolicyFault } from './policy-fault.js';
import type { Text } from './policy-source.js';

type Path = readonly (string | number)[];

/** `{{name}}` in a sentence. */
export const PLACEHOLDER = /\{\{\s*([\w.]+)\s*\}\}/g;

/** What keeps a text from being said: its default language missing, or a name in `{{ }}` that has no value. */
export function textFaults(
  text: Text,
  path: Path,
  options: { readonly language: string | undefined; readonly names: readonly string[] },
): PolicyFault[] {
  const missing: PolicyFault[] =
    options.language === undefined || Object.hasOwn(text, options.language)
      ? []
      : [
          {
            path,
            code: 'missing-language',
            message: `The text has no sentence in "${options.language}", the pack's first language.`,
            instead: `Add ${options.language}: "…".`,
          },
        ];
  const unknown = Object.entries(text).flatMap(([language, sentence]) =>
    [...sentence.matchAll(PLACEHOLDER)].flatMap(([, name]): PolicyFault[] => {
      if (options.names.includes(name!)) return [];
      return [
        {
          path: [...path, language],
          code: 'unknown-placeholder',
          message: `{{${name}}} has no value here.`,
          instead:
            options.names.length === 0
              ? 'Leave it out; these texts take no values.'
              : `Use ${options.names.map((known) => `{{${known}}}`).join(', ')}: the signals of the rule's condition.`,
        },
      ];
    }),
  );
  return [...missing, ...unknown];
}

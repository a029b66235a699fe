import type { FaultPath, FoundFault } from './fault.js';
import { insteadOfName } from './nearest.js';
import { hasBrokenPlaceholder, placeholdersIn } from './placeholders.js';
import { textsOf } from './visit-texts.js';

/** The `{{names}}` a text may use; `open` prefixes allow any name below them. */
export interface KnownPlaceholders {
  readonly names: readonly string[];
  readonly open?: readonly string[];
}

/** Missing languages and unknown `{{names}}` in every text of a file. */
export function checkTexts(
  schema: unknown,
  value: unknown,
  needed: readonly string[],
  placeholdersAt: (path: FaultPath) => KnownPlaceholders,
): FoundFault[] {
  return textsOf(schema, value).flatMap(({ path, languages, sentences }) => [
    ...needed
      .filter((language) => !languages.includes(language))
      .map((language) => ({ path, message: `has no \`${language}\``, instead: `${language}: "…"` })),
    ...sentences.flatMap((sentence) => checkSentence(sentence.text, sentence.path, placeholdersAt(path))),
  ]);
}

function checkSentence(text: string, path: FaultPath, known: KnownPlaceholders): FoundFault[] {
  const unknown = placeholdersIn(text)
    .filter((name) => !known.names.includes(name) && !known.open?.some((prefix) => name.startsWith(prefix)))
    .map((name) => {
      const instead = insteadOfName(name, known.names, '');
      return {
        path,
        message: `nothing is called \`{{${name}}}\` here`,
        instead: instead === '' ? 'the sentence without it' : instead.replace(/^(?!one of )(.*)$/, '{{$1}}'),
      };
    });
  if (!hasBrokenPlaceholder(text)) return unknown;
  return [...unknown, { path, message: 'double braces hold no name', instead: '{{name}}' }];
}

import { botSchema } from './bot-schema.js';
import { complianceSchema } from './compliance-schema.js';
import { decodeText } from './decode-text.js';
import type { FaultPath, PackFault } from './fault.js';
import { readFolder } from './read-folder.js';
import { routingSchema } from './routing-schema.js';
import { namesIn, readSection } from './section.js';
import { textsOf } from './visit-texts.js';
import { readYaml } from './yaml-source.js';

/** Something found in a file of a pack, by its place in the parsed file. */
export interface PackFinding {
  /** `escalation.yaml`, …, relative to the pack. */
  readonly file: string;
  readonly path: FaultPath;
  readonly message: string;
  readonly instead: string;
}

/** Gives every finding its line and column, in the order given. A file that cannot be read places them at its first line. */
export function placeFindings<F extends PackFinding>(
  dir: string,
  findings: readonly F[],
): (F & { readonly fault: PackFault })[] {
  const sources = new Map(
    [...textsOfFolder(dir)].map(([file, text]) => [file, readYaml(file, text)] as const),
  );
  return findings.map((finding) => {
    const source = sources.get(finding.file) ?? readYaml(finding.file, '');
    return { ...finding, fault: source.place(finding) };
  });
}

/** Sentences callers hear that lack one of the pack's further languages; its first language is a fault of loading. */
export function missingCallerSentences(dir: string): PackFinding[] {
  const texts = textsOfFolder(dir);
  const languages = namesIn(readSection('bot.yaml', botSchema, texts).value, 'languages')?.slice(1) ?? [];
  return [
    ...missingIn('routing.yaml', routingSchema, texts, languages, ([part]) => part === 'announce'),
    ...missingIn('compliance.yaml', complianceSchema, texts, languages, ([part]) => part === 'jurisdictions'),
  ];
}

function missingIn(
  file: string,
  schema: Parameters<typeof readSection>[1],
  texts: ReadonlyMap<string, string>,
  needed: readonly string[],
  isHeard: (path: FaultPath) => boolean,
): PackFinding[] {
  const { value } = readSection(file, schema, texts);
  return textsOf(schema, value)
    .filter(({ path }) => isHeard(path))
    .flatMap(({ path, languages }) =>
      needed
        .filter((language) => !languages.includes(language))
        .map((language) => {
          const message = `No sentence in "${language}"; callers hear another language.`;
          return { file, path, message, instead: `Add ${language}: "…".` };
        }),
    );
}

function textsOfFolder(dir: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [file, bytes] of readFolder(dir).files) {
    const text = decodeText(file, bytes);
    if (text.ok) texts.set(file, text.value);
  }
  return texts;
}

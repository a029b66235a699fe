import { z } from 'zod';
import type { FoundFault, PackFault } from './fault.js';
import { checkShape } from './check-shape.js';
import { kebabName, snakeName, topicName } from './names.js';
import { languageTag } from './text.js';
import { readYaml } from './yaml-source.js';

export const frontMatterSchema = z.strictObject({
  id: kebabName,
  title: z.string().trim().min(1).max(200).describe('a title'),
  intents: z.array(snakeName).default([]),
  topics: z.array(topicName).default([]),
  language: languageTag,
});

/** A knowledge article: what it is about, and its Markdown. The same id may exist once a language. */
export interface Article extends z.infer<typeof frontMatterSchema> {
  /** Relative to the pack folder. */
  file: string;
  /** The first paragraph, one line of plain Markdown: what is quoted to agents. */
  lead: string;
  /** Everything after the front matter. */
  markdown: string;
}

/** An article with its faults, and a way to place further ones. */
export interface ReadArticle {
  readonly article: Article | undefined;
  readonly faults: readonly PackFault[];
  place(fault: FoundFault): PackFault;
}

/** Splits front matter from Markdown and checks both. */
export function readArticle(file: string, text: string): ReadArticle {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    const instead = '---, then id, title, intents, topics and language, then --- on a line by itself';
    const fault = { file, line: 1, column: 1, path: '', message: 'has no front matter', instead };
    return { article: undefined, faults: [fault], place: () => fault };
  }
  // The opening fence becomes an empty line, so that positions are those of the file.
  const source = readYaml(file, `\n${lines.slice(1, end).join('\n')}\n`);
  const { place } = source;
  if (source.faults.length > 0) return { article: undefined, faults: source.faults, place };
  const { parsed, faults } = checkShape(frontMatterSchema, source.value);
  const { lead, line, complaint } = firstParagraph(lines, end + 1);
  const bodyFaults = complaint === undefined ? [] : [{ file, line, column: 1, path: '', ...complaint }];
  const all = [...faults.map(place), ...bodyFaults];
  const markdown = lines
    .slice(end + 1)
    .join('\n')
    .trim();
  return {
    article: parsed === undefined ? undefined : { ...parsed, file, lead, markdown },
    faults: all,
    place,
  };
}

function firstParagraph(
  lines: readonly string[],
  from: number,
): { lead: string; line: number; complaint?: { message: string; instead: string } } {
  let start = from;
  while (start < lines.length && lines[start]!.trim() === '') start++;
  let end = start;
  while (end < lines.length && lines[end]!.trim() !== '') end++;
  const lead = lines
    .slice(start, end)
    .map((line) => line.trim())
    .join(' ');
  const line = Math.min(start + 1, lines.length);
  const instead = 'first a paragraph that stands alone: it is quoted to agents';
  if (lead === '') return { lead, line, complaint: { message: 'has no text', instead } };
  if (/^(#|[-*+] |\d+\. |>|\||```)/.test(lead)) {
    return { lead, line, complaint: { message: 'does not begin with a paragraph', instead } };
  }
  return { lead, line };
}

import { readdirSync, readFileSync } from 'node:fs';
import { seededRandom } from '../src/linear/random.js';
import type { Output } from '../src/signals/outputs.js';
import { OUTPUTS } from '../src/signals/outputs.js';

/** A labelled text: 1 yes, 0 no, −1 not labelled, by output. */
export interface LabelledText {
  readonly lang: string;
  readonly text: string;
  readonly targets: Int8Array;
  /** Lines made from one template share a group, so that none of them is held out alone. */
  readonly group: number;
  readonly file: string;
}

const TAGS: Readonly<Record<string, readonly Output[]>> = {
  h: ['human'],
  cb: ['human', 'callback'],
  fr: ['fraud'],
  lc: ['legal-complaint'],
  rc: ['regulator-complaint'],
  ic: ['insurance-claim-dispute'],
  ha: ['healthcare-authorization'],
  'v.b': ['vulnerability', 'bereavement'],
  'v.h': ['vulnerability', 'hardship'],
  'v.s': ['vulnerability', 'self-harm-risk'],
  'v.d': ['vulnerability', 'domestic-abuse'],
  dr: ['data-rights'],
  mi: ['minor'],
  f1: ['frustration-1', 'negative'],
  f2: ['frustration-1', 'frustration-2', 'negative'],
  c1: ['confusion-1'],
  c2: ['confusion-1', 'confusion-2'],
  u1: ['urgency-1'],
  u2: ['urgency-1', 'urgency-2'],
  s: ['sarcasm', 'frustration-1', 'negative'],
  'p+': ['positive'],
  'p-': ['negative'],
  corr: ['correction'],
  restart: ['restart'],
  decl: ['declines-human'],
  botnm: ['bot-no-match'],
  botask: ['bot-asks'],
  garb: ['garbled'],
  p0: [],
  bot: [],
};
const MASKS: Readonly<Record<string, readonly Output[]>> = {
  '?f': ['frustration-1', 'frustration-2', 'sarcasm'],
  '?f2': ['frustration-2'],
  '?c': ['confusion-1', 'confusion-2'],
  '?u': ['urgency-1', 'urgency-2'],
  '?h': ['human', 'callback'],
  '?d': ['correction', 'restart', 'declines-human'],
  '?v': ['vulnerability', 'bereavement', 'hardship'],
  // Topics and the kinds of vulnerability stand together among the outputs.
  '?t': OUTPUTS.slice(OUTPUTS.indexOf('fraud'), OUTPUTS.indexOf('domestic-abuse') + 1),
};
const BOT: readonly Output[] = ['bot-no-match', 'bot-asks'];

/**
 * Reads every corpus file of a folder: blocks of `== tags`, lines `xx: template`, `# comment`. A tag `x50` takes up to
 * fifty expansions of each template of the block instead of `perTemplate`. `let name xx: (a|b)` names a group of choices for
 * the rest of the file; `{name}` in a template of that language stands for it. `lead xx: (a|b|)` puts a choice before each of them.
 */
export function readCorpora(folder: URL, perTemplate: number, seed: number): LabelledText[] {
  const texts: LabelledText[] = [];
  const random = seededRandom(seed);
  let group = 0;
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()) {
    let targets = targetsOf([], file);
    let limit = perTemplate;
    const groups = new Map<string, string>();
    const leads = new Map<string, string>();
    readFileSync(new URL(file, folder), 'utf8')
      .split('\n')
      .forEach((line, at) => {
        const trimmed = line.trim();
        if (trimmed === '' || trimmed.startsWith('#')) return;
        if (trimmed.startsWith('==')) {
          const tags = trimmed.slice(2).trim().split(/\s+/).filter(Boolean);
          const times = tags.find((tag) => /^x\d+$/.test(tag));
          limit = times === undefined ? perTemplate : Number(times.slice(1));
          targets = targetsOf(
            tags.filter((tag) => tag !== times),
            `${file}:${at + 1}`,
          );
          return;
        }
        const named = /^let (\w+) ([a-z]{2}): (.+)$/.exec(trimmed);
        if (named !== null) {
          groups.set(`${named[2]!}.${named[1]!}`, named[3]!);
          return;
        }
        const lead = /^lead ([a-z]{2}): (.+)$/.exec(trimmed);
        if (lead !== null) {
          leads.set(lead[1]!, lead[2]!);
          return;
        }
        const match = /^([a-z]{2}): (.+)$/.exec(trimmed);
        if (match === null) throw new Error(`${file}:${at + 1}: write "xx: text"`);
        group += 1;
        const template = ((leads.get(match[1]!) ?? '') + match[2]!).replace(
          /\{(\w+)\}/g,
          (_, name: string) => {
            const choices = groups.get(`${match[1]!}.${name}`);
            if (choices === undefined)
              throw new Error(`${file}:${at + 1}: no group "${name}" in ${match[1]!}`);
            return choices;
          },
        );
        for (const text of expand(template, limit, random)) {
          texts.push({ lang: match[1]!, text, targets, group, file });
        }
      });
  }
  return texts;
}

function targetsOf(tags: readonly string[], where: string): Int8Array {
  const isBot = tags.includes('bot') || tags.includes('botnm') || tags.includes('botask');
  const targets = new Int8Array(OUTPUTS.length).fill(isBot ? -1 : 0);
  const set = (outputs: readonly Output[], value: number): void => {
    for (const output of outputs) targets[OUTPUTS.indexOf(output)] = value;
  };
  if (isBot) set(BOT, 0);
  const hasPolarity = tags.some(
    (tag) => tag === 'p0' || tag === 'p+' || tag === 'p-' || tag === 'f1' || tag === 'f2' || tag === 's',
  );
  if (!hasPolarity) set(['positive', 'negative'], -1);
  set(['garbled'], tags.includes('garb') ? 1 : -1);
  for (const tag of tags) {
    const masked = MASKS[tag];
    if (masked !== undefined) set(masked, -1);
    else if (TAGS[tag] === undefined) throw new Error(`${where}: unknown tag ${tag}`);
  }
  for (const tag of tags) if (TAGS[tag] !== undefined) set(TAGS[tag], 1);
  return targets;
}

/** Up to `limit` different expansions of `(a|b|)` groups, which may nest. */
export function expand(template: string, limit: number, random: () => number): string[] {
  if (!template.includes('(')) return [template];
  const found = new Set<string>();
  for (let attempt = 0; attempt < limit * 3 && found.size < limit; attempt += 1) {
    found.add(
      pick(template, random)
        .replace(/\s+/g, ' ')
        .replace(/ ([,.?!])/g, '$1')
        .trim(),
    );
  }
  return [...found];
}

function pick(template: string, random: () => number): string {
  let text = template;
  for (let depth = 0; depth < 12 && text.includes('('); depth += 1) {
    text = text.replace(/\(([^()]*)\)/g, (_, options: string) => {
      const choices = options.split('|');
      return choices[Math.floor(random() * choices.length)]!;
    });
  }
  return text;
}

import { existsSync, readFileSync } from 'node:fs';
import { analyzeUtterance } from '../src/analyze-utterance.js';
import { analyzeDialogue } from '../src/dialogue/analyze-dialogue.js';
import type { DialogueTurn } from '../src/dialogue/dialogue-state.js';
import { loadModels } from '../src/models/load-models.js';
import type { Grade, PiiSpan } from '../src/types.js';
import { TOPICS, VULNERABILITY_KINDS } from '../src/types.js';
import { Tally } from './tally.js';

// Figures on marked text, one JSON object a line, as dev/blind holds it: `measure-marked SET [--errors] [--folder DIR]`.
const [set = 'a'] = process.argv.slice(3).filter((argument) => /^[a-z]$/.test(argument));
const showErrors = process.argv.includes('--errors');
const given = process.argv.indexOf('--folder');
const folder = given > 0 ? process.argv[given + 1]! : new URL('../dev/blind/', import.meta.url).pathname;
const models = loadModels();

interface Marked {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
}
interface MarkedRequest extends Marked {
  readonly humanRequest: boolean;
  readonly callback: boolean;
}
interface MarkedTopics extends Marked {
  readonly topics: readonly { readonly topic: string; readonly kinds?: readonly string[] }[];
}
interface MarkedAffect extends Marked {
  readonly frustration: Grade;
  readonly confusion: Grade;
  readonly urgency: Grade;
  readonly sarcasm: boolean;
}
interface MarkedPii extends Marked {
  readonly spans: readonly { readonly type: string; readonly text: string }[];
}
interface MarkedDialogue {
  readonly id: string;
  readonly lang: string;
  readonly turns: readonly DialogueTurn[];
  readonly labels: readonly { readonly index: number; readonly kind: string }[];
}

function read<T>(kind: string): T[] {
  const file = `${folder}/${kind}-${set}.jsonl`;
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}

function print(title: string, tallies: ReadonlyMap<string, Tally>): void {
  for (const [name, tally] of [...tallies].sort(([a], [b]) => a.localeCompare(b)))
    console.log(`${`${title} ${name}`.padEnd(42)} ${tally.toString()}`);
}

function note(isWrong: boolean, text: string): void {
  if (showErrors && isWrong) console.log(`  ${text}`);
}

class Tallies extends Map<string, Tally> {
  see(name: string, found: boolean, wanted: boolean): boolean {
    const tally = this.get(name) ?? new Tally();
    this.set(name, tally);
    tally.add(found, wanted);
    return found !== wanted;
  }
}

const isEnglish = (lang: string): string => (lang === 'en' ? 'en' : 'other');

function requests(): void {
  const tallies = new Tallies();
  const byLanguage = new Tallies();
  for (const { text, lang, humanRequest, callback } of read<MarkedRequest>('human-request')) {
    const found = analyzeUtterance(text, { models, lang }).humanRequest;
    const isWrong = tallies.see('all', found.value, humanRequest);
    byLanguage.see(isEnglish(lang), found.value, humanRequest);
    tallies.see('callback', found.callback, callback);
    note(isWrong, `${humanRequest ? 'miss ' : 'false'} ${found.score.toFixed(2)} human | ${lang} | ${text}`);
    note(
      !isWrong && found.callback !== callback,
      `${callback ? 'miss ' : 'false'} callback | ${lang} | ${text}`,
    );
  }
  print('human', tallies);
  print('human', byLanguage);
}

function topics(): void {
  const tallies = new Tallies();
  const kinds = new Tallies();
  const byLanguage = new Map<string, Tallies>();
  for (const { text, lang, topics: wanted } of read<MarkedTopics>('topics')) {
    const found = analyzeUtterance(text, { models, lang }).topics;
    const side = byLanguage.get(isEnglish(lang)) ?? new Tallies();
    byLanguage.set(isEnglish(lang), side);
    for (const topic of TOPICS) {
      const isWanted = wanted.some((one) => one.topic === topic);
      const isFound = found.some((one) => one.topic === topic);
      const isWrong = tallies.see(topic, isFound, isWanted);
      side.see(topic, isFound, isWanted);
      note(isWrong, `${isWanted ? 'miss ' : 'false'} ${topic} | ${lang} | ${text}`);
    }
    for (const kind of VULNERABILITY_KINDS) {
      const isWanted = wanted.some((one) => one.kinds?.includes(kind) ?? false);
      const isFound = found.some((one) => one.kinds?.includes(kind) ?? false);
      note(kinds.see(kind, isFound, isWanted), `${isWanted ? 'miss ' : 'false'} ${kind} | ${lang} | ${text}`);
    }
  }
  print('topic', tallies);
  print('kind', kinds);
  const macro = (of: ReadonlyMap<string, Tally>): string => {
    const named = [...of.values()].filter((tally) => tally.positives > 0);
    return (named.reduce((sum, tally) => sum + tally.f1, 0) / Math.max(1, named.length)).toFixed(3);
  };
  console.log(
    `topics macro F1 ${macro(tallies)}; ${[...byLanguage].map(([side, of]) => `${side} ${macro(of)}`).join(', ')}`,
  );
}

function affect(): void {
  const tallies = new Tallies();
  const byLanguage = new Tallies();
  for (const { text, lang, ...wanted } of read<MarkedAffect>('affect')) {
    const found = analyzeUtterance(text, { models, lang }).affect;
    for (const name of ['frustration', 'confusion', 'urgency'] as const) {
      const isWrong = tallies.see(`${name} ≥1`, found[name] > 0, wanted[name] > 0);
      tallies.see(`${name} 2`, found[name] === 2, wanted[name] === 2);
      note(isWrong, `${wanted[name] > 0 ? 'miss ' : 'false'} ${name} | ${lang} | ${text}`);
    }
    byLanguage.see(`frustration ≥1 ${isEnglish(lang)}`, found.frustration > 0, wanted.frustration > 0);
    const isWrong = tallies.see('sarcasm', found.sarcasm, wanted.sarcasm);
    note(isWrong, `${wanted.sarcasm ? 'miss ' : 'false'} sarcasm | ${lang} | ${text}`);
  }
  print('affect', tallies);
  print('affect', byLanguage);
}

function dialogues(): void {
  const tallies = new Tallies();
  const kinds = new Tallies();
  const loose = new Tallies();
  for (const { id, turns, lang, labels } of read<MarkedDialogue>('dialogues')) {
    const found = analyzeDialogue(turns, { models, lang }).turns;
    for (const entry of found) {
      const wanted = labels.find((label) => label.index === entry.index)?.kind;
      const isSame = wanted === entry.kind;
      loose.see('any kind', entry.misunderstood, wanted !== undefined);
      tallies.see(isEnglish(lang), entry.misunderstood, wanted !== undefined);
      for (const kind of new Set([wanted, entry.kind]))
        if (kind !== undefined) kinds.see(kind, entry.kind === kind, wanted === kind);
      note(!isSame, `${id} ${lang} turn ${entry.index}: wanted ${wanted ?? '-'}, found ${entry.kind ?? '-'}`);
      if (!isSame)
        for (const turn of turns.slice(Math.max(0, entry.index - 3), entry.index + 2))
          note(true, `      ${turn.speaker} ${turn.asrConfidence ?? ''}: ${turn.text}`);
    }
  }
  const events = new Tally();
  for (const tally of kinds.values()) events.join(tally);
  print('misunderstanding', kinds);
  print('misunderstanding', loose);
  print('misunderstanding any kind', tallies);
  console.log(`${'misunderstanding events, kind and turn right'.padEnd(42)} ${events.toString()}`);
}

function personalData(): void {
  const tallies = new Tallies();
  const exact = new Tallies();
  const byLanguage = new Tallies();
  let [clean, alarms] = [0, 0];
  for (const { text, lang, spans } of read<MarkedPii>('pii')) {
    const found = analyzeUtterance(text, { models, lang }).pii;
    const marked = located(text, spans);
    for (const span of marked) {
      const same = found.filter(
        (one) => one.type === span.type && one.start < span.end && one.end > span.start,
      );
      const isExact = same.some((one) => one.start === span.start && one.end === span.end);
      tallies.see(span.type, same.length > 0, true);
      exact.see(span.type, isExact, true);
      byLanguage.see(isEnglish(lang), isExact, true);
      note(
        !isExact,
        `${same.length > 0 ? 'loose' : 'miss '} ${span.type} "${cut(text, span)}" | ${shown(text, found)} | ${lang} | ${text}`,
      );
    }
    for (const one of found) {
      if (marked.some((span) => span.type === one.type && one.start < span.end && one.end > span.start))
        continue;
      tallies.see(one.type, true, false);
      note(true, `false ${one.type} "${cut(text, one)}" | ${lang} | ${text}`);
    }
    if (marked.length > 0) continue;
    clean += 1;
    if (found.length > 0) alarms += 1;
  }
  print('pii overlapping', tallies);
  print('pii exact', exact);
  print('pii exact', byLanguage);
  console.log(`pii clean utterances with an alarm ${alarms}/${clean}`);
}

/** Where the marked values stand, each after the one before it. */
function located(text: string, spans: MarkedPii['spans']): PiiSpan[] {
  let from = 0;
  return spans.map(({ type, text: value }) => {
    let at = text.indexOf(value, from);
    if (at < 0) at = text.indexOf(value);
    if (at < 0) throw new Error(`"${value}" is not in "${text}"`);
    from = at + value.length;
    const start = [...text.slice(0, at)].length;
    return { type: type as PiiSpan['type'], start, end: start + [...value].length };
  });
}

function cut(text: string, span: PiiSpan): string {
  return [...text].slice(span.start, span.end).join('');
}

function shown(text: string, found: readonly PiiSpan[]): string {
  return found.map((span) => `${span.type}"${cut(text, span)}"`).join(' ');
}

requests();
topics();
affect();
dialogues();
personalData();

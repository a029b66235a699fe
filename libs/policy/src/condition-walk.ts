import type { ASTNode } from '@marcbachmann/cel-js';
import { nearest } from './nearest.js';
import { TURN_VOCABULARY, type Vocabulary } from './vocabulary.js';

/** What is wrong in a condition, before it is known where in the file the condition stands. */
export interface ConditionFault {
  readonly code: 'syntax' | 'unknown-signal' | 'type-error' | 'not-boolean' | 'unsupported' | 'too-costly';
  readonly message: string;
  readonly instead: string;
}

/** What a look at the parsed condition finds without running it. */
export interface ConditionFacts {
  /** Catalogue indexes of the signals used, ascending. */
  readonly signals: readonly number[];
  /** Literal numbers and strings, for probing around them. */
  readonly numbers: readonly number[];
  readonly strings: readonly string[];
  /** Signals compared with a text (`==`, `!=`, `in`). */
  readonly words: readonly { readonly signal: number; readonly word: string }[];
  /** Signals used in any other way than compared with texts: more than a few values of them may matter. */
  readonly asWhole: readonly number[];
  /** The work of one evaluation, at most: a step a node, a list macro repeats its body. */
  readonly steps: number;
  readonly faults: readonly ConditionFault[];
}

/** A rule of thumb for work: every node is one step, a list macro repeats its body. */
const MAX_STEPS = 2_000;
const FUNCTIONS = new Set(['size', 'int', 'double', 'string']);
const METHODS = new Set(['startsWith', 'endsWith', 'contains', 'lowerAscii', 'upperAscii', 'size']);
const MACROS = new Set(['exists', 'all', 'exists_one']);
const OPERATORS = new Set([
  '&&',
  '||',
  '?:',
  '!_',
  '-_',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'in',
  '+',
  '-',
  '*',
  '/',
  '%',
]);

interface Walk {
  readonly vocabulary: Vocabulary;
  readonly signals: Set<number>;
  readonly numbers: Set<number>;
  readonly strings: Set<string>;
  readonly words: { signal: number; word: string }[];
  /** How often each signal is used, less how often against texts. */
  readonly uses: Map<number, number>;
  readonly faults: ConditionFault[];
}

/**
 * Walks a parsed condition: collects signals and constants, and reports names that are no signal and constructs
 * a condition may not use. Those are kept out because they could run long (`matches`, nested list macros) or
 * silently hide a wrong name (`has`, `[]`).
 */
export function walkCondition(ast: ASTNode, vocabulary: Vocabulary = TURN_VOCABULARY): ConditionFacts {
  const walk: Walk = {
    vocabulary,
    signals: new Set(),
    numbers: new Set(),
    strings: new Set(),
    words: [],
    uses: new Map(),
    faults: [],
  };
  const steps = visit(ast, new Set(), walk);
  if (steps > MAX_STEPS) {
    walk.faults.push({
      code: 'too-costly',
      message: `The condition may take ${steps} steps; ${MAX_STEPS} are allowed.`,
      instead: 'Shorten the lists, or split the condition into several rules.',
    });
  }
  return {
    signals: [...walk.signals].sort((a, b) => a - b),
    numbers: [...walk.numbers].sort((a, b) => a - b),
    strings: [...walk.strings].sort(),
    words: walk.words,
    asWhole: [...walk.uses].flatMap(([signal, uses]) => (uses > 0 ? [signal] : [])),
    steps,
    faults: walk.faults,
  };
}

function visit(node: ASTNode, bound: ReadonlySet<string>, walk: Walk): number {
  switch (node.op) {
    case 'value':
      return note(node.args, walk);
    case 'id':
      if (!bound.has(node.args)) signal(node.args, walk);
      return 1;
    case '.':
      return member(node, bound, walk);
    case 'list':
      return sum(node.args, bound, walk);
    case 'call':
      if (!FUNCTIONS.has(node.args[0])) unsupported(`${node.args[0]}()`, walk);
      return sum(node.args[1], bound, walk);
    case 'rcall':
      return method(node, bound, walk);
    case '!_':
    case '-_':
      return 1 + visit(node.args, bound, walk);
    default:
      if (!OPERATORS.has(node.op)) {
        unsupported(node.op === '[]' ? '[ ] access' : node.op, walk);
        return 1;
      }
      if (node.op === '==' || node.op === '!=' || node.op === 'in')
        noteWords(node.args[0], node.args[1], walk);
      return sum(node.args as readonly ASTNode[], bound, walk);
  }
}

function noteWords(left: ASTNode, right: ASTNode, walk: Walk): void {
  const signal = signalOf(left, walk.vocabulary) ?? signalOf(right, walk.vocabulary);
  if (signal === undefined) return;
  const other = signalOf(left, walk.vocabulary) === undefined ? left : right;
  const texts = other.op === 'list' ? other.args : [other];
  if (texts.every((text) => text.op === 'value' && typeof text.args === 'string')) used(signal, -1, walk);
  for (const side of [left, right]) {
    for (const item of side.op === 'list' ? side.args : [side])
      if (item.op === 'value' && typeof item.args === 'string') walk.words.push({ signal, word: item.args });
  }
}

/** The catalogue index of the signal a node names, if it is one. */
export function signalOf(node: ASTNode, { indexOf }: Vocabulary): number | undefined {
  if (node.op === 'id') return indexOf.get(node.args);
  if (node.op !== '.' || node.args[0].op !== 'id') return undefined;
  return indexOf.get(`${node.args[0].args}.${node.args[1]}`);
}

function note(value: unknown, walk: Walk): number {
  if (typeof value === 'bigint') walk.numbers.add(Number(value)).add(-Number(value));
  else if (typeof value === 'number') walk.numbers.add(value).add(-value);
  else if (typeof value === 'string') walk.strings.add(value);
  return 1;
}

function member(node: Extract<ASTNode, { op: '.' }>, bound: ReadonlySet<string>, walk: Walk): number {
  const [left, field] = node.args;
  if (left.op === 'id' && !bound.has(left.args)) signal(`${left.args}.${field}`, walk);
  else unsupported(`.${field} on something that is not a signal group`, walk);
  return 2;
}

function method(node: Extract<ASTNode, { op: 'rcall' }>, bound: ReadonlySet<string>, walk: Walk): number {
  const [name, receiver, args] = node.args;
  if (!MACROS.has(name)) {
    if (!METHODS.has(name)) unsupported(`.${name}()`, walk);
    return 1 + visit(receiver, bound, walk) + sum(args, bound, walk);
  }
  const [variable, body] = args;
  if (receiver.op !== 'list') unsupported(`.${name}() on anything but a list written in the condition`, walk);
  const list = visit(receiver, bound, walk);
  if (variable?.op !== 'id' || body === undefined) return list;
  const items = receiver.op === 'list' ? receiver.args.length : 1;
  return list + items * visit(body, new Set([...bound, variable.args]), walk);
}

function sum(nodes: readonly ASTNode[], bound: ReadonlySet<string>, walk: Walk): number {
  return nodes.reduce((steps, node) => steps + visit(node, bound, walk), 1);
}

function signal(name: string, walk: Walk): void {
  const { names, indexOf, noun, listedBy } = walk.vocabulary;
  const index = indexOf.get(name);
  if (index !== undefined) {
    walk.signals.add(index);
    used(index, 1, walk);
    return;
  }
  const members = names.filter((known) => known.startsWith(`${name}.`));
  const near = nearest(name, names) ?? sameField(name, names);
  walk.faults.push({
    code: 'unknown-signal',
    message:
      members.length > 0
        ? `"${name}" is a group of ${noun}s, not a ${noun}.`
        : `There is no ${noun} "${name}".`,
    instead:
      members.length > 0
        ? `Use one of ${members.join(', ')}.`
        : near === undefined
          ? `Use a ${noun} that \`${listedBy}\` lists; put text in quotes.`
          : `Did you mean ${near}?`,
  });
}

function used(signal: number, by: number, { uses }: Walk): void {
  uses.set(signal, (uses.get(signal) ?? 0) + by);
}

function sameField(name: string, names: readonly string[]): string | undefined {
  const field = name.split('.').at(-1)!;
  return names.find((known) => known.split('.').at(-1)!.toLowerCase() === field.toLowerCase());
}

function unsupported(what: string, walk: Walk): void {
  const instead = what.startsWith('.matches')
    ? 'Use startsWith, endsWith, contains, == or in with a list.'
    : what === 'has()'
      ? `Leave has() out: every ${walk.vocabulary.noun} is present in every evaluation.`
      : `Use comparisons, && || !, in, arithmetic, ${[...FUNCTIONS].join(' ')}, ${[...METHODS].join(' ')} and ${[...MACROS].join(' ')}.`;
  walk.faults.push({ code: 'unsupported', message: `A condition may not use ${what}.`, instead });
}

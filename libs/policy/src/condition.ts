import { type ASTNode, EvaluationError, type ParseResult, serialize } from '@marcbachmann/cel-js';
import { BatonError, err, ok, type Result } from '@baton/kernel';
import { fastCondition } from './condition-fast.js';
import { type ConditionFacts, type ConditionFault, walkCondition } from './condition-walk.js';
import type { SignalValue } from './signals.js';
import { TURN_VOCABULARY, type Vocabulary } from './vocabulary.js';

/** A condition that passed every check and is ready to run. */
export interface Condition extends Pick<
  ConditionFacts,
  'signals' | 'numbers' | 'strings' | 'words' | 'asWhole' | 'steps'
> {
  readonly source: string;
  /** What it speaks of. */
  readonly vocabulary: Vocabulary;
  /** The parts joined by `&&` at the top, in order; the condition itself where there is only one. */
  readonly conjuncts: readonly string[];
  /** It needs the general evaluator, and so can fail on some values (division by zero, overflow). */
  readonly canFail: boolean;
  /**
   * Evaluates over values in catalogue order; every signal the condition uses must be there.
   * `context` gives the CEL context of the same values, and is called only if it is needed.
   * Throws BatonError `condition-failed` where CEL fails (division by zero, overflow).
   */
  readonly test: (
    values: readonly (SignalValue | undefined)[],
    context?: () => Record<string, unknown>,
  ) => boolean;
}

/** Compiles one CEL condition over a vocabulary, by default the signals of a turn; every fault found at compile time is returned, none is thrown. */
export function compileCondition(
  source: string,
  vocabulary: Vocabulary = TURN_VOCABULARY,
): Result<Condition, readonly ConditionFault[]> {
  let parsed: ParseResult;
  try {
    parsed = vocabulary.environment.parse(source);
  } catch (thrown) {
    return err([syntaxFault(source, summaryOf(thrown), vocabulary)]);
  }
  const { faults, ...facts } = walkCondition(parsed.ast, vocabulary);
  if (faults.length > 0) return err(faults);
  const fault = typeFault(parsed, vocabulary);
  if (fault !== undefined) return err([fault]);
  const conjuncts = splitConjuncts(parsed.ast).map((node) => serialize(node));
  const fast = fastCondition(parsed.ast, vocabulary);
  const test = fast ?? slowCondition(parsed, vocabulary);
  const parts = conjuncts.length > 1 ? conjuncts : [source];
  return ok({ source, vocabulary, ...facts, conjuncts: parts, canFail: fast === undefined, test });
}

function slowCondition(parsed: ParseResult, vocabulary: Vocabulary): Condition['test'] {
  return (values, context = () => vocabulary.context(values)) => {
    try {
      return parsed(context()) === true;
    } catch (thrown) {
      const code = thrown instanceof EvaluationError ? thrown.code : 'evaluation_error';
      throw new BatonError('condition-failed', `${code}: ${summaryOf(thrown)}`, { cause: thrown });
    }
  };
}

function typeFault(parsed: ParseResult, vocabulary: Vocabulary): ConditionFault | undefined {
  const checked = parsed.check();
  if (!checked.valid) {
    const summary = summaryOf(checked.error);
    return {
      code: 'type-error',
      message: `Types do not fit: ${summary}.`,
      instead: typeAdvice(summary, vocabulary),
    };
  }
  if (checked.type === 'bool') return undefined;
  return {
    code: 'not-boolean',
    message: `The condition gives a value of type ${checked.type ?? 'unknown'}, not true or false.`,
    instead: checked.type === 'string' ? 'Compare it, as in `… == "value"`.' : 'Compare it, as in `… >= 1`.',
  };
}

function typeAdvice(summary: string, { example, listedBy, noun }: Vocabulary): string {
  if (/double \S+ int\b|\bint \S+ double/.test(summary)) {
    return 'Write the whole number with a decimal point (1.0), or wrap the int signal in double(…).';
  }
  if (summary.includes('string')) return 'Compare text with text: put it in quotes, and numbers without.';
  if (/!|Logical|condition/.test(summary)) return `Put a comparison there, as in \`${example}\`.`;
  return `See \`${listedBy}\` for the type of every ${noun}.`;
}

function syntaxFault(source: string, summary: string, { example }: Vocabulary): ConditionFault {
  const word = /(^|\s)(and|or|not)(\s|$)/i.exec(source)?.[2]?.toLowerCase();
  const operator = word === undefined ? undefined : { and: '&&', or: '||', not: '!' }[word];
  let instead = `Write one CEL expression, as in \`${example}\`.`;
  if (operator !== undefined) instead = `Write ${operator} for "${word}".`;
  else if (/===|!==/.test(source)) instead = 'Write == and != with two characters.';
  else if (/[^=!<>]=[^=]/.test(source)) instead = 'Write == to compare.';
  return { code: 'syntax', message: `The condition cannot be read: ${summary}.`, instead };
}

function splitConjuncts(node: ASTNode): ASTNode[] {
  return node.op === '&&' ? [...splitConjuncts(node.args[0]), ...splitConjuncts(node.args[1])] : [node];
}

function summaryOf(thrown: unknown): string {
  const text = thrown instanceof Error && 'summary' in thrown ? String(thrown.summary) : String(thrown);
  return text.replace(/\.$/, '').replace(/Signals_(\w+)/g, 'group $1');
}

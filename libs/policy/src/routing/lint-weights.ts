import type { Condition } from '../condition.js';
import { nearest } from '../nearest.js';
import { canFire, fails, holds, someCombination } from '../probe.js';
import { compileRouting } from './compile-routing.js';
import type { RoutingFinding, RoutingLintInput } from './lint-routing.js';

type Path = readonly (string | number)[];

/** A written weight of a queue with its condition. */
interface Weight {
  readonly path: Path;
  readonly condition?: Condition;
  readonly add: number;
}

/** Weights that never hold, always hold, change nothing, can fail, or name values nobody has. A policy that does not compile has none. */
export function weightFindings(input: RoutingLintInput): RoutingFinding[] {
  const { queues } = input.routing;
  const compiled = compileRouting({ queues });
  if (!compiled.ok) return [];
  return queues.flatMap((queue, index) => {
    const rules = compiled.value.get(queue.name)!;
    const weights: Weight[] = [
      ...(queue.priority === undefined ? [] : rules.priority).map(({ condition, source }, n) => ({
        path: ['queues', index, 'priority', n],
        condition,
        add: source.add,
      })),
      ...rules.prefer.map(({ condition, source }, n) => ({
        path: ['queues', index, 'prefer', n],
        ...(condition ? { condition } : {}),
        add: source.add,
      })),
    ];
    return weights.flatMap((weight) => findingsOf(weight, input, queue.name));
  });
}

function findingsOf(
  { path, condition, add }: Weight,
  input: RoutingLintInput,
  queue: string,
): RoutingFinding[] {
  if (add === 0)
    return [
      finding(
        'no-effect',
        [...path, 'add'],
        `This weight of "${queue}" changes nothing.`,
        'Write a number other than 0, or remove it.',
      ),
    ];
  if (condition === undefined) return [];
  const at = [...path, 'when'];
  const unknown = valueFindings(condition, at, input);
  if (unknown.length > 0) return unknown;
  if (canFire(condition) === false) {
    const message = `This weight of "${queue}" can never count: no values of its fields make the condition true.`;
    const instead = 'Look for a value outside the range of its field, or two parts that exclude each other.';
    return [finding('never-fires', at, message, instead)];
  }
  const found: RoutingFinding[] = [];
  if (someCombination([condition], 50_000, (values) => !holds(condition, values)) === false) {
    const message = `This weight of "${queue}" counts for everybody alike.`;
    found.push(finding('always-fires', at, message, 'Compare with a value that tells some from others.'));
  }
  if (fails(condition) === true) {
    const message = `This weight of "${queue}" cannot be evaluated on some values, and then gives nothing.`;
    found.push(
      finding('can-fail', at, message, 'Divide only by what is never 0, or compare without dividing.'),
    );
  }
  return found;
}

/** Words a field is compared with that it can never be. */
function valueFindings(
  { words, vocabulary }: Condition,
  path: Path,
  input: RoutingLintInput,
): RoutingFinding[] {
  return words.flatMap(({ signal, word }) => {
    const { name, values } = vocabulary.signals[signal]!;
    const known = values ?? knownValues(name, input);
    if (known === undefined || word === '' || known.includes(word)) return [];
    const near = nearest(word, known);
    const message = `${name} is never "${word}".`;
    const instead = near === undefined ? `Use one of ${known.join(', ')}.` : `Did you mean ${near}?`;
    return [finding('unknown-value', path, message, instead)];
  });
}

function knownValues(name: string, { routing, intents }: RoutingLintInput): readonly string[] | undefined {
  if (name === 'caller.queue') return routing.queues.map((queue) => queue.name);
  if (name === 'caller.skill') return routing.skills.map((skill) => skill.name);
  return name === 'caller.intent' ? intents : undefined;
}

function finding(code: RoutingFinding['code'], path: Path, message: string, instead: string): RoutingFinding {
  return { file: 'routing.yaml', path, code, message, instead };
}

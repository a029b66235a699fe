import { err, ok, type Result } from '@baton/kernel';
import { compileCondition, type Condition } from '../condition.js';
import { nearest } from '../nearest.js';
import type { PolicyFault } from '../policy-fault.js';
import type { Vocabulary } from '../vocabulary.js';
import { CALLER_VOCABULARY, ROUTING_FIELDS, ROUTING_VOCABULARY } from './routing-fields.js';
import type { PreferWeight, PriorityWeight, QueuePolicy, RoutingPolicy } from './routing-policy.js';

/** A weight of `priority`, ready to run. */
export interface CompiledPriority {
  readonly source: PriorityWeight;
  readonly condition: Condition;
}

/** A weight of `prefer`, ready to run. */
export interface CompiledPreference {
  readonly source: PreferWeight;
  /** Absent: always. */
  readonly condition?: Condition;
  /** Index of the field that multiplies, where there is one. */
  readonly per?: number;
}

/** The weights of one queue. */
export interface CompiledQueue {
  readonly name: string;
  readonly priority: readonly CompiledPriority[];
  /** Empty where the pack says nothing: the default order counts. */
  readonly prefer: readonly CompiledPreference[];
}

/** The weights of a routing policy by queue. */
export type CompiledRouting = ReadonlyMap<string, CompiledQueue>;

type Path = readonly (string | number)[];

/**
 * Present where a pack says nothing: nobody waits longer than fifteen minutes (they are rung instead), so this many seconds from each
 * priority to the next let the higher one go first always, and still every caller is served some time.
 */
export const DEFAULT_PRIORITY: readonly PriorityWeight[] = [
  { when: 'caller.priority == "urgent"', add: 2_700 },
  { when: 'caller.priority == "high"', add: 1_800 },
  { when: 'caller.priority == "normal"', add: 900 },
];

/** Steps of all weights of a queue together. */
const MAX_QUEUE_STEPS = 2_000;
const NUMERIC = ROUTING_FIELDS.filter(({ type }) => type === 'int' || type === 'double').map(
  ({ name }) => name,
);

/** Makes the weights of a routing policy ready to run, or says everything that is wrong with them at once. Never throws. */
export function compileRouting(
  routing: Pick<RoutingPolicy, 'queues'>,
): Result<CompiledRouting, PolicyFault[]> {
  const faults: PolicyFault[] = [];
  const compiled = new Map<string, CompiledQueue>();
  routing.queues.forEach((queue, index) => {
    compiled.set(queue.name, compiledQueue(queue, ['queues', index], faults));
  });
  return faults.length > 0 ? err(faults) : ok(compiled);
}

function compiledQueue(queue: QueuePolicy, path: Path, faults: PolicyFault[]): CompiledQueue {
  const priority = (queue.priority ?? DEFAULT_PRIORITY).flatMap((source, index) => {
    const at = [...path, 'priority', index, 'when'];
    const condition = conditionAt(source.when, at, CALLER_VOCABULARY, faults);
    if (condition && usesWaiting(condition)) faults.push(waitingFault(at));
    return condition ? [{ source, condition }] : [];
  });
  const prefer = (queue.prefer ?? []).flatMap((source, index): CompiledPreference[] => {
    const at = [...path, 'prefer', index];
    const per = source.per === undefined ? undefined : numericField(source.per, [...at, 'per'], faults);
    if (source.when === undefined) return [{ source, ...(per === undefined ? {} : { per }) }];
    const condition = conditionAt(source.when, [...at, 'when'], ROUTING_VOCABULARY, faults);
    return condition ? [{ source, condition, ...(per === undefined ? {} : { per }) }] : [];
  });
  const steps = [...priority, ...prefer].reduce((sum, { condition }) => sum + (condition?.steps ?? 1), 0);
  if (steps > MAX_QUEUE_STEPS) {
    const message = `All weights of "${queue.name}" may take ${steps} steps an agent; ${MAX_QUEUE_STEPS} are allowed.`;
    faults.push({ path, code: 'too-costly', message, instead: 'Shorten the longest conditions.' });
  }
  return { name: queue.name, priority, prefer };
}

function conditionAt(
  source: string,
  path: Path,
  vocabulary: Vocabulary,
  faults: PolicyFault[],
): Condition | undefined {
  const compiled = compileCondition(source, vocabulary);
  if (compiled.ok) return compiled.value;
  faults.push(
    ...compiled.error.map((fault) => ({
      path,
      ...fault,
      instead: adviceFor(source, vocabulary, fault.instead),
    })),
  );
  return undefined;
}

/** Agents are no part of `priority`; whoever names one there is told so rather than given a near miss. */
function adviceFor(source: string, vocabulary: Vocabulary, instead: string): string {
  if (vocabulary !== CALLER_VOCABULARY || !/\bagent\./.test(source)) return instead;
  return 'Use caller.… here; what depends on the agent belongs in `prefer`.';
}

function usesWaiting({ signals }: Condition): boolean {
  return signals.includes(CALLER_VOCABULARY.indexOf.get('caller.waitedSeconds')!);
}

function waitingFault(path: Path): PolicyFault {
  return {
    path,
    code: 'unsupported',
    message: 'caller.waitedSeconds is not for `priority`: every second of waiting counts there by itself.',
    instead:
      'Leave it out; to pull callers forward near their target write serviceLevel.pull: { beforeSeconds, add }.',
  };
}

function numericField(name: string, path: Path, faults: PolicyFault[]): number | undefined {
  const index = ROUTING_VOCABULARY.indexOf.get(name);
  if (index !== undefined && NUMERIC.includes(name)) return index;
  const near = nearest(name, NUMERIC);
  const message =
    index === undefined ? `There is no field "${name}".` : `"${name}" is no number to multiply with.`;
  const instead =
    near === undefined || index !== undefined ? `Use one of ${NUMERIC.join(', ')}.` : `Did you mean ${near}?`;
  faults.push({ path, code: index === undefined ? 'unknown-signal' : 'type-error', message, instead });
  return undefined;
}

import { checkReferences, checkUnique, namesAt } from './check-names.js';
import type { KnownPlaceholders } from './check-texts.js';
import type { FaultPath, FoundFault } from './fault.js';
import { parsePathText } from './fault.js';
import type { OpeningHours, QueueConfig, RoutingConfig, RoutingStep } from './routing-schema.js';
import type { ValidateRouting } from './validate-escalation.js';

/** Faults in `routing.yaml` that only show once the shape is right. */
export function checkRouting(routing: RoutingConfig, validate?: ValidateRouting): FoundFault[] {
  const skills = routing.skills.map(({ name }) => name);
  const queues = routing.queues.map(({ name }) => name);
  return [
    ...checkUnique(
      routing.skills.map(({ name }, index) => ({ name, path: ['skills', index, 'name'] })),
      'skill',
    ),
    ...checkUnique(
      routing.queues.map(({ name }, index) => ({ name, path: ['queues', index, 'name'] })),
      'queue',
    ),
    ...checkUnique(
      routing.dispositions.map(({ code }, index) => ({ name: code, path: ['dispositions', index, 'code'] })),
      'disposition',
    ),
    ...checkReferences([{ name: routing.defaultQueue, path: ['defaultQueue'] }], queues, 'queue'),
    ...routing.queues.flatMap((queue, index) => checkQueue(queue, ['queues', index], skills, queues)),
    ...(validate?.(routing) ?? []).map(({ path, ...rest }) => ({
      path: typeof path === 'string' ? parsePathText(path) : path,
      ...rest,
    })),
  ];
}

function checkQueue(
  queue: QueueConfig,
  path: FaultPath,
  skills: readonly string[],
  queues: readonly string[],
): FoundFault[] {
  const others = queues.filter((name) => name !== queue.name);
  return [
    ...checkReferences(namesAt(queue.skills, [...path, 'skills']), skills, 'skill'),
    ...checkReferences(namesAt(queue.serves, [...path, 'serves']), skills, 'skill'),
    ...checkWeights(queue, path),
    ...(queue.hours === 'always' ? [] : checkHours(queue.hours, [...path, 'hours'])),
    ...queue.steps.flatMap((step, index) => {
      const at = [...path, 'steps', index];
      const before = queue.steps[index - 1];
      const faults =
        step.overflow === undefined
          ? []
          : checkReferences([{ name: step.overflow, path: [...at, 'overflow'] }], others, 'other queue');
      if (relaxesNothing(step)) {
        const instead = 'language: any, a lower minProficiency, overflow: a queue, or callback: offer';
        faults.push({ path: at, message: 'relaxes nothing', instead });
      }
      if (step.interpreter !== undefined && step.language === undefined) {
        const instead = 'language: any beside it, or leave interpreter out';
        faults.push({
          path: [...at, 'interpreter'],
          message: 'is only for a step that lets any language do',
          instead,
        });
      }
      const asked = askedBefore(queue, index);
      if (step.minProficiency !== undefined && step.minProficiency >= asked) {
        faults.push({
          path: [...at, 'minProficiency'],
          message: `asks for no less than the ${asked} before`,
          instead: asked > 1 ? `less than ${asked}` : 'a minProficiency on the queue first',
        });
      }
      if (before !== undefined && before.afterSeconds >= step.afterSeconds) {
        const instead = `more than ${before.afterSeconds}`;
        faults.push({
          path: [...at, 'afterSeconds'],
          message: 'does not come after the step before',
          instead,
        });
      }
      return faults;
    }),
  ];
}

function relaxesNothing({ overflow, language, minProficiency, callback }: RoutingStep): boolean {
  return [overflow, language, minProficiency, callback].every((part) => part === undefined);
}

/** Weights give for something: a condition, a number, or both. */
function checkWeights({ prefer = [] }: QueueConfig, path: FaultPath): FoundFault[] {
  return prefer.flatMap(({ when, per }, index) =>
    when !== undefined || per !== undefined
      ? []
      : [
          {
            path: [...path, 'prefer', index],
            message: 'gives every agent the same',
            instead: 'when: a condition, per: a numeric field, or both',
          },
        ],
  );
}

/** The proficiency an agent needs until a step is reached. */
function askedBefore(queue: QueueConfig, step: number): number {
  const earlier = queue.steps.slice(0, step).findLast(({ minProficiency }) => minProficiency !== undefined);
  return earlier?.minProficiency ?? queue.minProficiency ?? 1;
}

function checkHours(hours: OpeningHours, path: FaultPath): FoundFault[] {
  return hours.open.flatMap(({ from, to }, index) =>
    from < to
      ? []
      : [
          {
            path: [...path, 'open', index],
            message: 'closes before it opens',
            instead: 'from before to; for a night, one entry up to "24:00" and one from "00:00"',
          },
        ],
  );
}

/** The `{{names}}` of the announcements: only the place in the queue has numbers to say. */
export function announcementNames(path: FaultPath): KnownPlaceholders {
  return { names: path[0] === 'announce' && path[1] === 'position' ? ['position', 'minutes'] : [] };
}

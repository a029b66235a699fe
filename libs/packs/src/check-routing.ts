import { checkReferences, checkUnique, namesAt } from './check-names.js';
import type { KnownPlaceholders } from './check-texts.js';
import type { FaultPath, FoundFault } from './fault.js';
import type { OpeningHours, QueueConfig, RoutingConfig } from './routing-schema.js';

/** Faults in `routing.yaml` that only show once the shape is right. */
export function checkRouting(routing: RoutingConfig): FoundFault[] {
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
    ...(queue.hours === 'always' ? [] : checkHours(queue.hours, [...path, 'hours'])),
    ...queue.steps.flatMap((step, index) => {
      const at = [...path, 'steps', index];
      const before = queue.steps[index - 1];
      const faults =
        step.overflow === undefined
          ? []
          : checkReferences([{ name: step.overflow, path: [...at, 'overflow'] }], others, 'other queue');
      if (step.overflow === undefined && step.language === undefined && step.minProficiency === undefined) {
        const instead = 'language: any, a lower minProficiency, or overflow: a queue';
        faults.push({ path: at, message: 'relaxes nothing', instead });
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

import { chooseQueue } from './choose-queue.js';
import { weightFindings } from './lint-weights.js';
import { isOpen } from './opening-hours.js';
import type { QueuePolicy, RoutingPolicy } from './routing-policy.js';
import type { Priority } from '../verdict.js';

/** Something in a valid routing.yaml that most likely is not what its author meant. */
export interface RoutingFinding {
  readonly file: 'routing.yaml';
  readonly path: readonly (string | number)[];
  readonly code:
    | 'unreachable-queue'
    | 'shadowed-skill'
    | 'unused-skill'
    | 'never-opens'
    | 'urgent-unanswered'
    | 'never-fires'
    | 'always-fires'
    | 'no-effect'
    | 'unknown-value'
    | 'can-fail';
  readonly message: string;
  readonly instead: string;
}

/** A routing policy with its list of skills, and what handoffs will ask for. */
export interface RoutingLintInput {
  readonly routing: RoutingPolicy & { readonly skills: readonly { readonly name: string }[] };
  /** What rules that hand over ask for. */
  readonly asked: readonly {
    readonly ruleId: string;
    readonly skills: readonly string[];
    readonly priority: Priority;
  }[];
  /** The intents of bot.yaml; weights that name another are reported. */
  readonly intents?: readonly string[];
  /** From here on opening hours are looked at, milliseconds since the epoch. */
  readonly now: number;
}

const HALF_HOUR_MS = 1_800_000;
/** Hours are looked at over this many days: a fortnight shows every weekday with its evenings twice. */
const DAYS = 14;
const LONGEST_CLOSURE_DAYS = 366;

/** Queues nobody reaches, that never open, skills that lead nowhere, and urgent callers whom nobody would answer. */
export function lintRouting(input: RoutingLintInput): RoutingFinding[] {
  const { routing } = input;
  return [
    ...routing.queues.flatMap((queue, index) => [
      ...reachFindings(queue, index, routing),
      ...openingFindings(queue, index, input.now),
    ]),
    ...weightFindings(input),
    ...skillFindings(input),
    ...urgentFindings(input),
  ];
}

function finding(
  code: RoutingFinding['code'],
  path: RoutingFinding['path'],
  message: string,
  instead: string,
): RoutingFinding {
  return { file: 'routing.yaml', path, code, message, instead };
}

function reachFindings(
  queue: QueuePolicy,
  index: number,
  { queues, defaultQueue }: RoutingPolicy,
): RoutingFinding[] {
  const earlier = queues.slice(0, index);
  const taken = queue.serves.map((skill) => earlier.find(({ serves }) => serves.includes(skill)));
  const overflow = queues.some(({ steps = [] }) => steps.some((step) => step.overflow === queue.name));
  if (queue.name !== defaultQueue && !overflow && taken.every((by) => by !== undefined)) {
    const why =
      queue.serves.length === 0
        ? 'it serves no skill, no queue overflows to it, and it is not the default'
        : 'every skill it serves goes to a queue before it';
    const instead = 'Give it a skill of its own in `serves`, let a queue overflow to it, or remove it.';
    return [
      finding(
        'unreachable-queue',
        ['queues', index, 'serves'],
        `No caller reaches "${queue.name}": ${why}.`,
        instead,
      ),
    ];
  }
  return queue.serves.flatMap((skill, position) => {
    const by = taken[position];
    if (by === undefined) return [];
    const message = `"${queue.name}" is never asked for ${skill}: "${by.name}" before it takes those callers.`;
    return [
      finding(
        'shadowed-skill',
        ['queues', index, 'serves', position],
        message,
        `Remove it here, or from ${by.name}.`,
      ),
    ];
  });
}

function openingFindings(queue: QueuePolicy, index: number, now: number): RoutingFinding[] {
  if (queue.hours === 'always') return [];
  for (let at = now; at < now + LONGEST_CLOSURE_DAYS * 86_400_000; at += HALF_HOUR_MS) {
    if (isOpen(queue.hours, at)) return [];
  }
  const message = `"${queue.name}" does not open once in the coming year.`;
  return [
    finding(
      'never-opens',
      ['queues', index, 'hours'],
      message,
      'Write days and times that come, or hours: always.',
    ),
  ];
}

function skillFindings({ routing, asked }: RoutingLintInput): RoutingFinding[] {
  const used = new Set([
    ...asked.flatMap(({ skills }) => skills),
    ...routing.queues.flatMap(({ skills }) => skills),
  ]);
  return routing.skills.flatMap(({ name }, index) => {
    if (used.has(name)) return [];
    const message = `No rule asks for the skill "${name}" and no queue needs it.`;
    return [
      finding(
        'unused-skill',
        ['skills', index],
        message,
        'Name it in `skills` of a rule in escalation.yaml, or remove it.',
      ),
    ];
  });
}

function urgentFindings({ routing, asked, now }: RoutingLintInput): RoutingFinding[] {
  const found = new Map<string, RoutingFinding>();
  for (const { ruleId, skills, priority } of asked) {
    if (priority !== 'urgent') continue;
    for (let at = now; at < now + DAYS * 86_400_000; at += HALF_HOUR_MS) {
      const { queue, open } = chooseQueue(routing, { skills, priority, language: 'en', now: at });
      if (open) continue;
      const index = routing.queues.findIndex(({ name }) => name === queue);
      const when = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
      const message = `Urgent callers of "${ruleId}" reach nobody while "${queue}" is closed, as on ${when} UTC.`;
      const instead =
        'Write hours: always, add a step that overflows to a queue that is open then, or open the default queue.';
      if (!found.has(queue))
        found.set(queue, finding('urgent-unanswered', ['queues', index, 'hours'], message, instead));
      break;
    }
  }
  return [...found.values()];
}

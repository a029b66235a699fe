import { Environment } from '@marcbachmann/cel-js';
import { SIGNALS, type SignalValue } from './signals.js';

interface Group {
  readonly name: string;
  readonly create: new () => object;
  readonly fields: readonly { readonly name: string; readonly index: number; readonly int: boolean }[];
}

const groups: readonly Group[] = groupSignals();
const bare = SIGNALS.flatMap((signal, index) => (signal.name.includes('.') ? [] : [{ signal, index }]));

/** CEL with every signal declared and typed, and limits that keep any one condition small. */
export const conditionEnvironment: Environment = createEnvironment();

/** The evaluation context of a snapshot: ints become BigInt, as CEL has them. Faulty values are left out. */
export function conditionContext(values: readonly (SignalValue | undefined)[]): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const group of groups) {
    const object = new group.create() as Record<string, unknown>;
    for (const field of group.fields) {
      const value = values[field.index];
      object[field.name] = field.int && typeof value === 'number' ? BigInt(value) : value;
    }
    context[group.name] = object;
  }
  for (const { signal, index } of bare) context[signal.name] = values[index];
  return context;
}

function groupSignals(): Group[] {
  const byGroup = new Map<string, Group['fields'][number][]>();
  SIGNALS.forEach((signal, index) => {
    const [group, name] = signal.name.split('.') as [string, string | undefined];
    if (name === undefined) return;
    const fields = byGroup.get(group) ?? [];
    fields.push({ name, index, int: signal.type === 'int' });
    byGroup.set(group, fields);
  });
  // One class a group: CEL tells a typed object from a map by its constructor.
  return [...byGroup].map(([name, fields]) => ({ name, fields, create: class {} }));
}

function createEnvironment(): Environment {
  const environment = new Environment({
    limits: { maxAstNodes: 400, maxDepth: 32, maxListElements: 100, maxMapEntries: 0, maxCallArguments: 4 },
  });
  for (const group of groups) {
    const type = `Signals_${group.name}`;
    const fields = Object.fromEntries(group.fields.map((f) => [f.name, SIGNALS[f.index]!.type]));
    environment.registerType(type, { ctor: group.create, fields });
    environment.registerVariable(group.name, type);
  }
  for (const { signal } of bare) environment.registerVariable(signal.name, signal.type);
  return environment;
}

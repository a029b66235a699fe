import { Environment } from '@marcbachmann/cel-js';
import type { SignalDefinition } from './signal-catalogue.js';
import type { SignalValue } from './signals.js';

interface Group {
  readonly name: string;
  readonly create: new () => object;
  readonly fields: readonly { readonly name: string; readonly index: number; readonly int: boolean }[];
}

/** How values of a catalogue become the objects CEL reads. */
export interface ContextShape {
  readonly groups: readonly Group[];
  of(values: readonly (SignalValue | undefined)[]): Record<string, unknown>;
}

/** The evaluation contexts of a catalogue: ints become BigInt, as CEL has them. Faulty values are left out. */
export function conditionContextOf(signals: readonly SignalDefinition[]): ContextShape {
  const groups = groupSignals(signals);
  const bare = signals.flatMap(({ name }, index) => (name.includes('.') ? [] : [{ name, index }]));
  return {
    groups,
    of: (values) => {
      const context: Record<string, unknown> = {};
      for (const group of groups) {
        const object = new group.create() as Record<string, unknown>;
        for (const field of group.fields) {
          const value = values[field.index];
          object[field.name] = field.int && typeof value === 'number' ? BigInt(value) : value;
        }
        context[group.name] = object;
      }
      for (const { name, index } of bare) context[name] = values[index];
      return context;
    },
  };
}

/** CEL with every signal of a catalogue declared and typed, and limits that keep any one condition small. */
export function environmentOf(
  signals: readonly SignalDefinition[],
  { groups }: Pick<ContextShape, 'groups'>,
): Environment {
  const environment = new Environment({
    limits: { maxAstNodes: 400, maxDepth: 32, maxListElements: 100, maxMapEntries: 0, maxCallArguments: 4 },
  });
  for (const group of groups) {
    const type = `Signals_${group.name}`;
    const fields = Object.fromEntries(group.fields.map((f) => [f.name, signals[f.index]!.type]));
    environment.registerType(type, { ctor: group.create, fields });
    environment.registerVariable(group.name, type);
  }
  for (const { name, type } of signals) if (!name.includes('.')) environment.registerVariable(name, type);
  return environment;
}

function groupSignals(signals: readonly SignalDefinition[]): Group[] {
  const byGroup = new Map<string, Group['fields'][number][]>();
  signals.forEach((signal, index) => {
    const [group, name] = signal.name.split('.') as [string, string | undefined];
    if (name === undefined) return;
    const fields = byGroup.get(group) ?? [];
    fields.push({ name, index, int: signal.type === 'int' });
    byGroup.set(group, fields);
  });
  // One class a group: CEL tells a typed object from a map by its constructor.
  return [...byGroup].map(([name, fields]) => ({ name, fields, create: class {} }));
}

import { record } from '../api/wire.js';

/** The signal snapshot as `group.name` and value; what is at rest stands back. */
export function SignalTable({ signals }: { readonly signals: Readonly<Record<string, unknown>> }) {
  return (
    <dl className="signals" data-testid="audit-signals">
      {flatten(signals).map(([name, value]) => (
        <div key={name} data-quiet={value === 0 || value === false || value === ''}>
          <dt>{name}</dt>
          <dd>
            {typeof value === 'number'
              ? Math.round(value * 1000) / 1000
              : String(value === '' ? '“”' : value)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function flatten(
  value: Readonly<Record<string, unknown>>,
  prefix = '',
): readonly (readonly [string, unknown])[] {
  return Object.entries(value).flatMap(([key, item]) => {
    const name = prefix ? `${prefix}.${key}` : key;
    const nested = typeof item === 'object' && item !== null && !Array.isArray(item);
    return nested ? flatten(record(item), name) : [[name, item] as const];
  });
}

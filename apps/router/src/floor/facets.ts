import type { RoutingConfig } from '@baton/packs';
import { fieldIndex } from '@baton/policy';
import type { Workplace } from '../domain/workforce/agent.js';
import { rulesOf } from './routing-rules.js';

/** What agents are told apart by, where a pack looks at it: all values of a field, or only those it names. */
export type Facets = Readonly<Partial<Record<keyof Workplace, 'all' | ReadonlySet<string>>>>;

const fields = ['team', 'site', 'country'] as const;

/** What the weights of a pack tell agents apart by. */
export function facetsIn(routing: RoutingConfig): Facets {
  const facets: Partial<Record<keyof Workplace, 'all' | ReadonlySet<string>>> = {};
  const conditions = [...rulesOf(routing).values()].flatMap(({ prefer }) =>
    prefer.flatMap(({ condition }) => condition ?? []),
  );
  for (const field of fields) {
    const index = fieldIndex(`agent.${field}`);
    const using = conditions.filter(({ signals }) => signals.includes(index));
    if (using.length === 0) continue;
    const words = using.flatMap(({ words: all }) => all.filter(({ signal }) => signal === index));
    facets[field] = using.some(({ asWhole }) => asWhole.includes(index))
      ? 'all'
      : new Set(words.map(({ word }) => word));
  }
  return facets;
}

/** What tells apart whatever either of two does. */
export function bothFacets(a: Facets, b: Facets): Facets {
  const both: Partial<Record<keyof Workplace, 'all' | ReadonlySet<string>>> = { ...a };
  for (const field of fields) {
    const [one, other] = [a[field], b[field]];
    if (other === undefined) continue;
    if (one === 'all' || other === 'all') both[field] = 'all';
    else both[field] = new Set([...(one ?? []), ...other]);
  }
  return both;
}

/** The part of a workplace that is told apart. */
export function facetKey(workplace: Workplace, facets: Facets): string {
  return fields
    .map((field) => {
      const told = facets[field];
      const value = workplace[field];
      return told === 'all' || told?.has(value) === true ? value : '';
    })
    .join('\n');
}

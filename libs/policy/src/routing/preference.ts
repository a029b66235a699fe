import type { SignalValue } from '../signals.js';
import type { Condition } from '../condition.js';
import type { CompiledPreference } from './compile-routing.js';
import { fieldIndex } from './routing-fields.js';

/** An agent as the weights of a queue look at them, for one caller. */
export interface PreferredAgent {
  readonly proficiency: number;
  readonly speaks: boolean;
  readonly language: string;
  readonly team: string;
  readonly site: string;
  readonly country: string;
  readonly idleSeconds: number;
  readonly occupancy: number;
  readonly load: number;
  readonly knowsCustomer: boolean;
  readonly overflow: boolean;
}

/** What one weight gave an agent. */
export interface Points {
  /** The weight as the pack writes it. */
  readonly weight: string;
  readonly points: number;
}

const AT = {
  proficiency: fieldIndex('agent.proficiency'),
  speaks: fieldIndex('agent.speaks'),
  language: fieldIndex('agent.language'),
  team: fieldIndex('agent.team'),
  site: fieldIndex('agent.site'),
  country: fieldIndex('agent.country'),
  idleSeconds: fieldIndex('agent.idleSeconds'),
  occupancy: fieldIndex('agent.occupancy'),
  load: fieldIndex('agent.load'),
  knowsCustomer: fieldIndex('agent.knowsCustomer'),
  overflow: fieldIndex('agent.overflow'),
} as const satisfies Record<keyof PreferredAgent, number>;

/** Fills the agent's part of a row of values; the same row serves one agent after the other. */
export function fillAgent(values: SignalValue[], agent: PreferredAgent): void {
  values[AT.proficiency] = agent.proficiency;
  values[AT.speaks] = agent.speaks;
  values[AT.language] = agent.language;
  values[AT.team] = agent.team;
  values[AT.site] = agent.site;
  values[AT.country] = agent.country;
  values[AT.idleSeconds] = Math.max(0, Math.floor(agent.idleSeconds));
  values[AT.occupancy] = agent.occupancy;
  values[AT.load] = agent.load;
  values[AT.knowsCustomer] = agent.knowsCustomer;
  values[AT.overflow] = agent.overflow;
}

/** Points of an agent for a caller: the sum of all weights that hold. A weight that cannot be evaluated gives none. */
export function score(prefer: readonly CompiledPreference[], values: readonly SignalValue[]): number {
  let sum = 0;
  for (const weight of prefer) sum += pointsOf(weight, values);
  return sum;
}

/** The weights that give an agent points, in file order. */
export function pointsBy(prefer: readonly CompiledPreference[], values: readonly SignalValue[]): Points[] {
  return prefer.flatMap((weight) => {
    const points = pointsOf(weight, values);
    return points === 0 ? [] : [{ weight: textOf(weight), points }];
  });
}

/** In what agents of one group may differ; everything else they share. */
export interface GroupSpread {
  /** They may have other proficiencies: `proficiency` of the row is the most any of them has. */
  readonly proficiency: boolean;
  /** They may qualify in different ways. */
  readonly overflow: boolean;
  /** The longest any of them is idle. */
  readonly idleSeconds: number;
}

/**
 * No agent of a group scores more than this. Weights that look only at what the whole group shares count as they are; others count
 * as if they held wherever that helps.
 */
export function bestScore(
  prefer: readonly CompiledPreference[],
  values: readonly SignalValue[],
  spread: GroupSpread,
): number {
  let sum = 0;
  for (const { source, condition, per } of prefer) {
    const uncertain = condition?.signals.some((signal) => differs(signal, spread)) ?? false;
    if (!uncertain && condition && !holds(condition, values)) continue;
    const points = source.add * (per === undefined ? 1 : mostOf(per, values, spread));
    sum += uncertain || (per !== undefined && differs(per, spread)) ? Math.max(0, points) : points;
  }
  return sum;
}

/** Whether all agents of a group score alike but for how long they are idle, which counts for the longer one or not at all. */
export function idleDecides(prefer: readonly CompiledPreference[], spread: GroupSpread): boolean {
  return prefer.every(({ condition, per, source }) => {
    if (condition?.signals.some((signal) => differs(signal, spread))) return false;
    return per === undefined || !differs(per, spread) || (per === AT.idleSeconds && source.add >= 0);
  });
}

function differs(field: number, spread: GroupSpread): boolean {
  if (field === AT.idleSeconds || field === AT.occupancy) return true;
  return (field === AT.proficiency && spread.proficiency) || (field === AT.overflow && spread.overflow);
}

function mostOf(per: number, values: readonly SignalValue[], spread: GroupSpread): number {
  if (per === AT.idleSeconds) return Math.max(0, Math.floor(spread.idleSeconds));
  return per === AT.occupancy ? 1 : (values[per] as number);
}

function pointsOf(weight: CompiledPreference, values: readonly SignalValue[]): number {
  if (!holdsOn(weight, values)) return 0;
  return weight.source.add * (weight.per === undefined ? 1 : (values[weight.per] as number));
}

function holdsOn({ condition }: CompiledPreference, values: readonly SignalValue[]): boolean {
  return condition === undefined || holds(condition, values);
}

function holds(condition: Condition, values: readonly SignalValue[]): boolean {
  try {
    return condition.test(values);
  } catch {
    return false;
  }
}

function textOf({ source: { when, per, add } }: CompiledPreference): string {
  const amount = `${add > 0 ? '+' : ''}${add}${per === undefined ? '' : ` per ${per}`}`;
  return when === undefined ? amount : `${amount} for ${when}`;
}

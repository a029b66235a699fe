import { z } from 'zod';

/** Tiers of conformance, weakest first; each is a strict superset of the one before it. */
export const ohpTiers = ['core', 'signed', 'sealed', 'regulated'] as const;
export type OhpTier = (typeof ohpTiers)[number];

export const tier = z.enum(ohpTiers);
export const instant = z.iso.datetime({ offset: true });
export const date = z.iso.date();
export const did = z.string().regex(/^did:[a-z0-9]+:.+$/);
export const verb = z.enum(['PROPOSE', 'ACCEPT', 'REJECT', 'ASSUME', 'RETURN', 'INCIDENT']);

/** Whether one tier is below another. */
export function isBelow(one: OhpTier, other: OhpTier): boolean {
  return ohpTiers.indexOf(one) < ohpTiers.indexOf(other);
}

import { z } from 'zod';
import { isReasonCode, kebabName, priorityName } from './names.js';
import { textSchema } from './text.js';

const share = z.number().min(0).max(1).describe('a number from 0 to 1');

const thresholdsSchema = z.strictObject({ clarify: share, offerHuman: share, escalate: share });
const coolDown = z.int().min(0).max(50).describe('a whole number of turns');
const condition = z.string().trim().min(1).max(2000).describe('a CEL condition, e.g. topics.fraud >= 0.5');

const ruleFields = {
  id: kebabName,
  when: condition,
  reasons: z
    .array(z.string().refine(isReasonCode).describe('a reason code, or your own as x-name'))
    .min(1)
    .max(8)
    .describe('[a reason code]'),
  priority: priorityName.default('normal'),
  skills: z.array(kebabName).max(8).default([]),
  explain: textSchema,
};

/** Either `verdict` or `weight` must be there; {@link checkEscalation} says so better than a union can. */
export const ruleSchema = z.strictObject({
  ...ruleFields,
  verdict: z.enum(['clarify', 'offer-human', 'escalate']).exactOptional(),
  unlessDeclined: z.boolean().describe('true or false').exactOptional(),
  weight: z.number().gt(0).max(1).describe('a number above 0, at most 1').exactOptional(),
});

export const escalationSchema = z.strictObject({
  id: kebabName,
  version: z.int().min(1).describe('a whole number, raised with every change'),
  thresholds: thresholdsSchema,
  coolDownTurns: coolDown.exactOptional(),
  limits: z
    .array(
      z.strictObject({
        id: kebabName,
        when: condition,
        thresholds: thresholdsSchema.exactOptional(),
        coolDownTurns: coolDown.exactOptional(),
      }),
    )
    .max(50)
    .describe('a list of { id, when, thresholds, coolDownTurns }')
    .exactOptional(),
  rules: z.array(ruleSchema).min(1).max(500).describe('a list of rules'),
  say: z.strictObject({ clarify: textSchema, offerHuman: textSchema, escalate: textSchema }),
});

type RuleFields = Omit<z.infer<typeof ruleSchema>, 'verdict' | 'weight' | 'unlessDeclined'>;

/** What a decision can be, mildest first. */
export type Verdict = 'continue' | 'clarify' | 'offer-human' | 'escalate';

/** A rule that sets the verdict at least to its own; no weight can outvote it. */
export type HardRule = RuleFields & {
  verdict: Exclude<Verdict, 'continue'>;
  /** It gives way to a caller who declined a person. */
  unlessDeclined?: boolean;
  weight?: never;
};

/** A rule that adds to the risk: `risk = 1 − Π(1 − weight)` over the rules that match. */
export type SoftRule = RuleFields & { weight: number; unlessDeclined?: boolean; verdict?: never };

/** One rule of the escalation policy. */
export type EscalationRule = HardRule | SoftRule;

/** `escalation.yaml` as written; the policy engine compiles it. */
export type EscalationSource = Omit<z.infer<typeof escalationSchema>, 'rules'> & { rules: EscalationRule[] };

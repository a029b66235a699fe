import { z } from 'zod';
import { presenceByName } from '../views/names.js';

const id = z.string().min(1).max(128);
const presenceNames = Object.keys(presenceByName) as (keyof typeof presenceByName)[];

/** Bodies and queries of the API. */
export const requests = {
  signIn: z.object({ tenant: id, agentId: id }),
  presence: z.object({ presence: z.enum(presenceNames), reason: z.string().max(200).default('') }),
  accept: z.object({ reservationToken: z.int().min(0) }),
  reject: z.object({ reservationToken: z.int().min(0), reason: z.string().max(200).default('') }),
  wrapUp: z.object({ disposition: z.string().min(1).max(64), note: z.string().max(4_000).default('') }),
  say: z.object({ text: z.string().min(1).max(65_536), id }),
  tenant: z.object({ tenant: id.optional() }),
  conversations: z.object({
    tenant: id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  knowledge: z.object({ tenant: id.optional(), q: z.string().min(1).max(1_000) }),
};

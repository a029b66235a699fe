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
  say: z.object({ text: z.string().min(1).max(65_536), id, leaseToken: z.int().min(0).default(0) }),
  returnToBot: z.object({
    reason: z.string().max(200).default(''),
    note: z.string().max(4_000).default(''),
    slots: z.record(z.string().min(1).max(64), z.string().max(200)).default({}),
  }),
  transfer: z.object({
    id,
    consult: z.boolean().default(false),
    queue: z.string().max(64).default(''),
    toAgentId: z.string().max(128).default(''),
    note: z.string().max(4_000).default(''),
  }),
  consultSay: z.object({ text: z.string().min(1).max(4_000), id }),
  settle: z.object({ outcome: z.enum(['transferred', 'conference', 'cancelled']), id }),
  takeOver: z.object({ reason: z.string().max(200).default(''), id }),
  shown: z.object({ reservationToken: z.int().min(0) }),
  handleMessage: z.object({ note: z.string().max(4_000).default('') }),
  tenant: z.object({ tenant: id.optional() }),
  conversations: z.object({
    tenant: id.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  knowledge: z.object({ tenant: id.optional(), q: z.string().min(1).max(1_000) }),
};

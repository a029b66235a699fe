import fc from 'fast-check';

import { commit, hashSubject } from './commitment.js';
import type { LedgerEntry } from './entry.js';

/** One good entry. */
export const anEntry: LedgerEntry = {
  v: 1,
  id: 'event-1',
  type: 'baton.handoff.v1.HandoffRequested',
  time: '2026-01-01T00:00:00.000Z',
  commitment: commit(Buffer.from('event'), Buffer.alloc(32)),
};

/** Salts. */
export const salts = fc.uint8Array({ minLength: 32, maxLength: 32 });

const tokens = fc
  .string({ unit: 'binary-ascii', minLength: 1, maxLength: 40 })
  .filter((s) => /^[!#-[\]-~]+$/.test(s));
const times = fc
  .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Any good entry. */
export const entries: fc.Arbitrary<LedgerEntry> = fc
  .tuple(tokens, tokens, times, salts, fc.boolean())
  .map(([id, type, time, salt, about]) => ({
    v: 1,
    id,
    type,
    time,
    commitment: commit(Buffer.from(id), salt),
    ...(about && { subject: hashSubject(id, salt) }),
  }));

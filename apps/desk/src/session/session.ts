import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** Who is signed in, for which tenant, until when. */
export interface Session {
  readonly agentId: string;
  readonly tenant: string;
  /** A supervisor may take callers over. */
  readonly role: 'agent' | 'supervisor';
  /** Milliseconds since the Unix epoch. */
  readonly exp: number;
}

/** A session from before there were roles is an agent's. */
const role = z.enum(['agent', 'supervisor']).default('agent');
const sessionSchema = z.object({
  agentId: z.string().min(1),
  tenant: z.string().min(1),
  role,
  exp: z.number(),
});

/** The session as text that only who has the key can make: base64url JSON, a dot, base64url HMAC-SHA-256 of the first part. */
export function signSession(session: Session, key: Uint8Array): string {
  const payload = Buffer.from(JSON.stringify(session)).toString('base64url');
  return `${payload}.${mac(payload, key).toString('base64url')}`;
}

/** The session in the text; undefined where it is forged, broken or over at `now`. */
export function openSession(text: string, key: Uint8Array, now: number): Session | undefined {
  const [payload = '', signature = '', ...rest] = text.split('.');
  if (rest.length > 0) return undefined;
  const expected = mac(payload, key);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const session = sessionSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  return session.exp > now ? session : undefined;
}

function mac(payload: string, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update(payload).digest();
}

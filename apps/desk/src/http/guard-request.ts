import type { IncomingMessage } from 'node:http';
import { BatonError } from '@baton/kernel';
import { fromSameOrigin } from './same-origin.js';

const safeMethods: ReadonlySet<string | undefined> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Throws where another site's page could be behind a request that changes something (`foreign-origin`), or where it carries a
 * body that a plain HTML form could have sent (`not-json`).
 */
export function guardRequest(request: IncomingMessage): void {
  if (safeMethods.has(request.method)) return;
  if (!fromSameOrigin(request))
    throw new BatonError('foreign-origin', 'The request comes from a page of another site.');
  const { headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (hasBody && !/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? ''))
    throw new BatonError('not-json', 'Send the body as application/json.');
}

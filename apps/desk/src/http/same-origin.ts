import type { IncomingMessage } from 'node:http';

/**
 * Whether a request that changes something may come from where it does. A browser always says where a page that sends one
 * comes from; what names no origin is no browser, and has no cookie of anybody's to misuse.
 */
export function fromSameOrigin({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  const { origin, host } = headers;
  if (origin === undefined) return true;
  try {
    return host !== undefined && new URL(origin).host === host.toLowerCase();
  } catch {
    return false;
  }
}

export const cookieName = 'baton_session';

/** The value of the session cookie in a `Cookie` header. */
export function readSessionCookie(header: string | undefined): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const split = pair.indexOf('=');
    if (split > 0 && pair.slice(0, split).trim() === cookieName) return pair.slice(split + 1).trim();
  }
  return undefined;
}

/** A `Set-Cookie` header; an age of 0 seconds takes the cookie away. */
export function sessionCookie(value: string, maxAgeSeconds: number, secure: boolean): string {
  const parts = [
    `${cookieName}=${value}`,
    'HttpOnly',
    'SameSite=Strict',
    'Path=/',
    `Max-Age=${maxAgeSeconds}`,
  ];
  return [...parts, ...(secure ? ['Secure'] : [])].join('; ');
}

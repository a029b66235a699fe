import { readFile, stat } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { RunningDesk } from './testing/running-desk.js';
import { Page } from './testing/page.js';
import { openSessionKey } from './session/session-key.js';
import { signSession } from './session/session.js';

jest.setTimeout(60_000);

describe('the edge of the desk, with nobody behind it', () => {
  let desk: RunningDesk;

  beforeAll(async () => {
    desk = await RunningDesk.start({ services: [] });
  });

  afterAll(() => desk.stop());

  /** As it stands: fetch would tidy the path. */
  const raw = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; text: string; headers: Record<string, unknown> }>((resolve, reject) => {
      const { hostname, port } = new URL(desk.url);
      request({ hostname, port, path, headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text, headers: response.headers }),
        );
      })
        .on('error', reject)
        .end();
    });
  const cookieFor = (exp: number, secret?: Uint8Array) => {
    const { folder } = desk;
    const key =
      secret ?? openSessionKey({ store: 'embedded', dataDir: join(folder, 'data') }, () => undefined);
    return `baton_session=${signSession({ agentId: 'agent-amira', tenant: 'bank', role: 'agent', exp }, key)}`;
  };
  const never = () => Date.now() + 60_000;

  it('makes a session key of its own that only its user can read, and keeps it', async () => {
    const file = join(desk.folder, 'data', 'keys', 'session.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readFile(file, 'utf8')).trim()).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['no cookie', () => undefined],
    ['a cookie signed with another key', () => cookieFor(never(), new Uint8Array(32))],
    ['a session that is over', () => cookieFor(Date.now() - 1)],
    ['a cookie with a changed payload', () => cookieFor(never()).replace(/=./, '=x')],
    ['a cookie without a signature', () => cookieFor(never()).replace(/\..*/, '.')],
    ['rubbish', () => 'baton_session=...%%'],
  ])('does not take %s for a session', async (_, cookie) => {
    const value = cookie();
    const answer = await desk.ask('GET', '/api/session', value === undefined ? {} : { cookie: value });
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'not-signed-in' } } });
  });

  it('answers 503 where a service cannot be asked', async () => {
    const cookie = cookieFor(never());
    expect(await desk.ask('GET', '/api/session', { cookie })).toMatchObject({
      status: 503,
      body: { error: { code: 'peer-unknown' } },
    });
    expect((await desk.ask('POST', '/api/demo-call', { body: {} })).status).toBe(503);
  });

  it.each([
    ['a page of another site', { origin: 'https://evil.example' }, 403, 'foreign-origin'],
    ['a sandboxed frame', { origin: 'null' }, 403, 'foreign-origin'],
    ['a cross-site request without origin', { 'sec-fetch-site': 'cross-site' }, 403, 'foreign-origin'],
    ['a plain form', { 'content-type': 'text/plain' }, 415, 'not-json'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'not-json'],
  ])('refuses what %s could send', async (_, headers: Record<string, string>, status, code) => {
    const answer = await desk.ask('POST', '/api/presence', {
      cookie: cookieFor(never()),
      body: { presence: 'available' },
      headers,
    });
    expect(answer).toMatchObject({ status, body: { error: { code } } });
  });

  it('lets its own pages through', async () => {
    const headers = { origin: desk.url, 'sec-fetch-site': 'same-origin' };
    const answer = await desk.ask('POST', '/api/presence', { body: { presence: 'available' }, headers });
    expect(answer.status).toBe(401);
  });

  it.each([
    ['broken JSON', '{"presence":', 400, 'invalid-json'],
    ['JSON that is no object', '"available"', 400, 'invalid-json'],
    ['a wrong value', { presence: 'asleep' }, 400, 'invalid-argument'],
    ['a list', [], 400, 'invalid-argument'],
    ['nothing', '', 400, 'invalid-argument'],
    ['too much', { presence: 'x'.repeat(200_000) }, 413, 'too-large'],
  ])('refuses a body with %s', async (_, body, status, code) => {
    const answer = await desk.ask('POST', '/api/presence', { cookie: cookieFor(never()), body });
    expect(answer).toMatchObject({ status, body: { error: { code } } });
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('names the field that is wrong', async () => {
    const answer = await desk.ask('POST', '/api/session', { body: { tenant: 'bank' } });
    expect(answer.body).toMatchObject({ error: { message: expect.stringContaining('agentId') as unknown } });
  });

  it('sends pages and API answers with headers that keep others out', async () => {
    for (const path of ['/', '/desk', '/api/tenants', '/api/nothing']) {
      const { headers } = await desk.ask('GET', path);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    expect((await desk.ask('GET', '/api/tenants')).headers.get('cache-control')).toBe('no-store');
  });

  it('answers unknown API addresses in its own words, and every other address with the pages', async () => {
    expect(await desk.ask('GET', '/api/nothing')).toMatchObject({
      status: 404,
      body: { error: { code: 'not-found' } },
    });
    for (const path of ['/', '/phone', '/desk?x=1', '/audit']) {
      const { status, headers, body } = await desk.ask('GET', path);
      expect([200, 503]).toContain(status);
      expect(headers.get('content-type')).toContain('text/html');
      expect(headers.get('cache-control')).toMatch(/no-cache|no-store/);
      if (status === 503) expect(body).toContain('npm run build');
    }
    expect((await desk.ask('GET', '/assets/no-such.js')).status).toBe(404);
    expect((await desk.ask('POST', '/desk')).status).toBe(404);
  });

  it('lets browsers keep built assets for ever, and nothing else', async () => {
    const { body } = await desk.ask('GET', '/');
    const [asset] = /\/assets\/[^"]+\.js/.exec(String(body)) ?? [];
    // Without built pages there is nothing to keep.
    if (asset === undefined) return;
    const { status, headers } = await desk.ask('GET', asset);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toContain('text/javascript');
  });

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2f..%2fdesk%2fpackage.json',
    '/..%5c..%5cdesk%5cpackage.json',
    '/assets/%00/../../package.json',
    '/.%2e/.git/config',
    '//etc/passwd.txt',
    '/%ff.js',
  ])('does not leave the folder of the pages for %s', async (path) => {
    const { status, text } = await raw(path);
    // Where it looks like the address of a page, the answer is the page.
    expect([200, 400, 403, 404, 503]).toContain(status);
    if (status === 200 || status === 503) expect(text).toMatch(/^<!doctype html>/i);
    expect(text).not.toContain('@baton');
    expect(text).not.toContain('root:');
  });

  it('gives no WebSocket to a page of another site, nor for other paths', async () => {
    for (const [path, origin, status] of [
      ['/api/live', 'https://evil.example', 403],
      ['/gateway/v1/calls', 'https://evil.example', 403],
      ['/api/other', undefined, 404],
      ['/api/live?watch=%3Cscript%3E', undefined, 400],
    ] as const) {
      const page = new Page(`ws://${desk.host}${path}`, undefined, origin === undefined ? {} : { origin });
      const refused = await new Promise((resolve) =>
        page.socket.once('unexpected-response', (_, response) => resolve(response.statusCode)),
      );
      expect(refused).toBe(status);
    }
  });

  it('says 502 to a caller while the gateway is away', async () => {
    const caller = desk.caller();
    const refused = await new Promise((resolve) =>
      caller.socket.once('unexpected-response', (_, response) => resolve(response.statusCode)),
    );
    expect(refused).toBe(502);
  });

  it('greets a forged cookie as a stranger', async () => {
    const page = await desk.page(cookieFor(never(), new Uint8Array(32)));
    expect(await page.until('hello')).toEqual({ type: 'hello' });
    page.close();
  });

  it('asks the page of a known agent to come back while the router is away', async () => {
    const page = new Page(`ws://${desk.host}/api/live`, cookieFor(never()));
    await new Promise((resolve) => page.socket.once('close', resolve));
    expect(page.closeCode).toBe(1013);
    expect(page.received).toEqual([]);
  });
});

import { setTimeout as pause } from 'node:timers/promises';

/** The desk's answer; status 0 where there was none. */
export interface DeskAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The desk's REST API as one signed-in agent uses it. */
export class DeskApi {
  private constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  /** Signs in, and tries for as long as it takes: right after a start agents become known a moment later. */
  static async signIn(url: string, tenant: string, agentId: string, patienceMs = 60_000): Promise<DeskApi> {
    const until = Date.now() + patienceMs;
    for (;;) {
      const answer = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tenant, agentId }),
      }).catch(() => undefined);
      const cookie = answer?.ok ? answer.headers.getSetCookie()[0]?.split(';')[0] : undefined;
      if (cookie !== undefined) return new DeskApi(url, cookie);
      if (Date.now() > until)
        throw new Error(`${agentId} could not sign in (${answer?.status ?? 'no answer'})`);
      await pause(200);
    }
  }

  /** One request; an answer that does not come is an answer too. */
  async ask(method: 'GET' | 'POST', path: string, body?: unknown): Promise<DeskAnswer> {
    try {
      const answer = await fetch(`${this.url}${path}`, {
        method,
        headers: { cookie: this.cookie, 'content-type': 'application/json' },
        signal: AbortSignal.timeout(10_000),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    } catch {
      return { status: 0, body: {} };
    }
  }
}

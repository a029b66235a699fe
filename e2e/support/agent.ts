import type { Site } from './site.js';
import { eventually } from './eventually.js';
import { Talker, type Message } from './talker.js';

/** A handoff as the desk shows it. */
export interface HandoffSeen {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly state: string;
  readonly queue: string;
  readonly agentId: string;
  readonly reservationToken: number;
  readonly position: number;
  readonly expectedWaitSeconds: number;
  readonly disposition: string;
  readonly attempts: number;
}

export interface AgentSeen {
  readonly agentId: string;
  readonly presence: string;
  readonly handoffId: string;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** A human agent at the desk: REST with a session cookie, and the live channel. */
export class DeskAgent {
  #live: Talker | undefined;

  private constructor(
    private baton: Site,
    readonly agentId: string,
    private readonly cookie: string,
  ) {}

  /** Signs in and listens. The agents of the demo become known a moment after the start. */
  static async signIn(baton: Site, agentId: string, tenant = 'bank'): Promise<DeskAgent> {
    const cookie = await eventually(`${agentId} signs in`, async () => {
      const answer = await fetch(`${baton.url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ tenant, agentId }),
      });
      return answer.ok && answer.headers.getSetCookie()[0]?.split(';')[0];
    });
    const agent = new DeskAgent(baton, agentId, cookie);
    await agent.listen(baton);
    return agent;
  }

  /** The live channel, anew after a restart: it begins with the state as it is. */
  async listen(baton: Site): Promise<void> {
    this.#live?.close();
    this.baton = baton;
    this.#live = await Talker.open(`${baton.webSocketUrl}/api/live`, this.cookie);
    await this.#live.untilType('hello');
  }

  get live(): Talker {
    if (!this.#live) throw new Error('not listening');
    return this.#live;
  }

  async request(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(`${this.baton.url}${path}`, {
      method,
      headers: { cookie: this.cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  }

  /** Throws where it is refused. */
  async must(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Record<string, unknown>> {
    const answer = await this.request(method, path, body);
    if (answer.status !== 200)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async presence(presence: string): Promise<void> {
    await this.must('POST', '/api/presence', { presence });
  }

  async self(): Promise<AgentSeen> {
    const { agents } = await this.must('GET', '/api/agents');
    return (agents as AgentSeen[]).find(({ agentId }) => agentId === this.agentId)!;
  }

  async untilPresence(presence: string, timeoutMs?: number): Promise<AgentSeen> {
    const look = async () => {
      const self = await this.self();
      return self.presence === presence && self;
    };
    return eventually(`${this.agentId} is ${presence}`, look, timeoutMs);
  }

  async handoffs(): Promise<HandoffSeen[]> {
    return (await this.must('GET', '/api/handoffs'))['handoffs'] as HandoffSeen[];
  }

  /** The offer of the conversation on the live channel. */
  async offered(
    conversationId: string,
    timeoutMs?: number,
  ): Promise<{ handoff: HandoffSeen; message: Message }> {
    const message = await this.live.until(
      `an offer of ${conversationId} to ${this.agentId}`,
      ({ type, conversationId: id }) => type === 'offer' && id === conversationId,
      0,
      timeoutMs,
    );
    return { handoff: message['handoff'] as HandoffSeen, message };
  }

  async accept({ handoffId, reservationToken }: HandoffSeen): Promise<HandoffSeen> {
    const body = await this.must('POST', `/api/handoffs/${handoffId}/accept`, { reservationToken });
    return body['handoff'] as HandoffSeen;
  }

  async reject({ handoffId, reservationToken }: HandoffSeen): Promise<void> {
    await this.must('POST', `/api/handoffs/${handoffId}/reject`, { reservationToken, reason: 'wrong-skill' });
  }

  async say(conversationId: string, text: string, id: string): Promise<void> {
    const look = async () => {
      const { status, body } = await this.request('POST', `/api/conversations/${conversationId}/say`, {
        text,
        id,
      });
      if (status === 200) return true;
      // The lease moves a moment after the acceptance.
      if (status === 409) return false;
      throw new Error(`say: ${status} ${JSON.stringify(body)}`);
    };
    await eventually(`${this.agentId} may speak`, look);
  }

  async finish(handoffId: string): Promise<void> {
    const look = async () => {
      const { status, body } = await this.request('POST', `/api/handoffs/${handoffId}/finish`, {});
      if (status === 200) return true;
      if (status === 409) return false;
      throw new Error(`finish: ${status} ${JSON.stringify(body)}`);
    };
    await eventually(`${this.agentId} may finish`, look);
  }

  async wrapUp(handoffId: string, disposition = 'resolved', note = ''): Promise<void> {
    await this.must('POST', `/api/handoffs/${handoffId}/wrap-up`, { disposition, note });
  }

  leave(): void {
    this.#live?.close();
  }
}

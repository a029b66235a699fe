import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { DeskApi } from './desk-api.js';
import { Line, type LineMessage } from './line.js';

/** A handoff as the desk shows it. */
export interface DeskHandoff {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly state: string;
  readonly agentId: string;
  readonly reservationToken: number;
}

/** What an agent said, and whether the desk acknowledged it. */
export interface AgentSaid {
  readonly conversationId: string;
  readonly text: string;
  readonly acknowledged: boolean;
}

export interface AgentOptions {
  /** `http://host:port` of the desk. */
  readonly deskUrl: string;
  readonly tenant: string;
  readonly agentId: string;
  /** True: this offer is declined. */
  readonly declines?: (handoff: DeskHandoff) => boolean;
  /** How often they look at the screen without being told to, ms. Default 1,000. */
  readonly glanceMs?: number;
  /** How long they talk, ms. */
  readonly talkMs: () => number;
  /** Told of every step they take, before it: `accept`, `say`, `finish`, `wrap-up`, `reject`. */
  readonly onStep?: (step: string, handoff: DeskHandoff) => void;
}

const defaultGlanceMs = 1_000;
/** States an agent can do something about. */
const actionable: ReadonlySet<string> = new Set(['offered', 'bridged', 'wrap-up']);
/** Before a step that was refused or not answered is tried again, ms. */
const tryAgainMs = 200;

/**
 * A human agent at the real desk: the live WebSocket tells them of offers, the REST API takes what they do. They do what the state of
 * their handoff asks for, whatever happened to the page meanwhile. Emits `message` for every message of the live channel.
 */
export class Agent extends EventEmitter<{ message: [LineMessage] }> {
  readonly said: AgentSaid[] = [];
  readonly #options: AgentOptions;
  readonly #desk: DeskApi;
  readonly #line: Line;
  readonly #greeted = new Map<string, number>();
  #stopped = false;
  #wake: () => void = () => undefined;
  #shown: DeskHandoff | undefined;
  readonly #work: Promise<void>;

  private constructor(options: AgentOptions, desk: DeskApi) {
    super();
    this.#options = options;
    this.#desk = desk;
    this.#line = new Line({
      url: `${options.deskUrl.replace(/^http/, 'ws')}/api/live`,
      cookie: desk.cookie,
      onOpen: () => undefined,
      onMessage: (message) => {
        this.emit('message', message);
        this.#notice(message);
      },
    });
    this.#work = this.#loop();
  }

  /** Signs in, listens and makes themselves available. */
  static async begin(options: AgentOptions): Promise<Agent> {
    const desk = await DeskApi.signIn(options.deskUrl, options.tenant, options.agentId);
    return new Agent(options, desk);
  }

  /** Leaves the desk once the work at hand is done with. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#work;
    this.#line.close();
  }

  /** Every open handoff the desk lists; undefined where it cannot say. */
  async openHandoffs(): Promise<readonly DeskHandoff[] | undefined> {
    const { status, body } = await this.#desk.ask('GET', '/api/handoffs');
    return status === 200 ? (body['handoffs'] as DeskHandoff[]) : undefined;
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      const away = await this.#look();
      if (away) await pause(tryAgainMs);
      else await Promise.race([woken, pause(this.#options.glanceMs ?? defaultGlanceMs)]);
    }
  }

  /** What the page shows of one's own handoff is acted on as it stands there. */
  #notice({ handoff }: LineMessage): void {
    const shown = handoff as DeskHandoff | undefined;
    if (shown?.agentId !== this.#options.agentId) return;
    this.#shown = shown;
    this.#wake();
  }

  /** Does the next step of the work at hand. True where the desk could not say what there is to do. */
  async #look(): Promise<boolean> {
    const shown = this.#shown;
    this.#shown = undefined;
    if (shown !== undefined && actionable.has(shown.state)) {
      await this.#step(shown);
      return false;
    }
    const open = await this.openHandoffs();
    if (open === undefined) return true;
    const mine = open.find(({ agentId }) => agentId === this.#options.agentId);
    if (!mine) {
      await this.#beAvailable();
      return false;
    }
    await this.#step(mine);
    return false;
  }

  async #step(handoff: DeskHandoff): Promise<void> {
    const { handoffId, reservationToken, state, conversationId } = handoff;
    const post = (action: string, body: unknown = {}) => {
      this.#options.onStep?.(action, handoff);
      return this.#desk.ask('POST', `/api/handoffs/${handoffId}/${action}`, body);
    };
    switch (state) {
      case 'offered':
        if (this.#options.declines?.(handoff))
          await post('reject', { reservationToken, reason: 'wrong-skill' });
        else await post('accept', { reservationToken });
        return;
      case 'bridged':
        await this.#talk(handoff, () => post('finish'));
        return;
      case 'wrap-up':
        await post('wrap-up', { disposition: 'resolved', note: `about ${conversationId}` });
        return;
      default:
    }
  }

  async #talk(handoff: DeskHandoff, finish: () => Promise<unknown>): Promise<void> {
    const { handoffId, conversationId } = handoff;
    const greetedAt = this.#greeted.get(handoffId);
    if (greetedAt === undefined) {
      const text = `Hello, this is ${this.#options.agentId}, I have read your case.`;
      this.#options.onStep?.('say', handoff);
      const body = { text, id: `${handoffId}-hello` };
      const { status } = await this.#desk.ask('POST', `/api/conversations/${conversationId}/say`, body);
      if (status !== 200) return;
      this.said.push({ conversationId, text, acknowledged: true });
      this.#greeted.set(handoffId, Date.now());
      await pause(this.#options.talkMs());
    }
    await finish();
  }

  async #beAvailable(): Promise<void> {
    if (this.#stopped) return;
    const { status, body } = await this.#desk.ask('GET', '/api/session');
    const presence = (body['agent'] as { presence?: string } | undefined)?.presence;
    if (status !== 200 || (presence !== 'break' && presence !== 'offline')) return;
    await this.#desk.ask('POST', '/api/presence', { presence: 'available' });
  }
}

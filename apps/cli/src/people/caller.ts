import { EventEmitter } from 'node:events';
import { Line, type LineMessage } from './line.js';
import { Silence } from './silence.js';

/** What a caller knows of their own call when it is over. */
export interface CallerLog {
  readonly conversationId: string;
  /** Everything they said, and whether they were told that it was heard. */
  readonly said: readonly { readonly text: string; readonly heard: boolean }[];
  readonly askedForPerson: boolean;
  readonly heardAgent: boolean;
  readonly sawEnd: boolean;
  readonly hungUp: boolean;
  /** Calls that were gone when the line came back, before anything of them was acknowledged. */
  readonly redials: number;
  /** Times the line broke and was picked up again. */
  readonly breaks: number;
  readonly longestSilenceMs: number;
  readonly longestSilenceEndedAt: number;
}

export interface CallerOptions {
  /** `ws://host:port/v1/calls` */
  readonly url: string;
  readonly tenant: string;
  readonly channel?: string;
  readonly language?: string;
}

/** What was said and not acknowledged is said again after this, ms: under the same id, so it counts once. */
const repeatMs = 2_000;

interface Said {
  readonly id: string;
  readonly text: string;
  heard: boolean;
}

/**
 * A caller on the real WebSocket who comes back when the line breaks and says again what nobody acknowledged. Emits `change`
 * whenever something is heard.
 */
export class Caller extends EventEmitter<{ change: [] }> {
  conversationId = '';
  phase = 'bot';
  heardAgent = false;
  readonly #options: CallerOptions;
  readonly #line: Line;
  readonly #said: Said[] = [];
  readonly #heard = new Map<
    number,
    { readonly speaker: string; readonly text: string; readonly at: number }
  >();
  readonly #silence = new Silence();
  readonly #timer: NodeJS.Timeout;
  #ready = false;
  #acknowledged = false;
  #askedForPerson = false;
  #hungUp = false;
  #redials = 0;
  #breaks = 0;

  constructor(options: CallerOptions) {
    super();
    this.#options = options;
    this.#line = new Line({
      url: options.url,
      onOpen: () => this.#begin(),
      onMessage: (message) => this.#take(message),
      onBroken: () => {
        this.#ready = false;
        this.#breaks += 1;
        this.#silence.broken(Date.now());
      },
    });
    this.#timer = setInterval(() => this.#sayAgain(), repeatMs);
  }

  /** Turns heard so far, in order. */
  get turns() {
    return [...this.#heard].sort(([a], [b]) => a - b).map(([index, turn]) => ({ index, ...turn }));
  }

  /** Says it, again and again until it is acknowledged. */
  say(text: string): void {
    const said = { id: `said-${this.#said.length}`, text, heard: false };
    this.#said.push(said);
    if (this.#ready) this.#line.send({ type: 'say', id: said.id, text });
  }

  /** Says it and waits for a person from now on. */
  ask(text: string): void {
    this.#askedForPerson = true;
    this.#silence.begin(Date.now());
    this.say(text);
  }

  hangUp(): void {
    this.#hungUp = true;
    this.#line.send({ type: 'hangup' });
  }

  wasHeard(text: string): boolean {
    return this.#said.some((said) => said.text === text && said.heard);
  }

  /** Resolves with true as soon as it holds, with false after `timeoutMs`. */
  until(holds: () => boolean, timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (held: boolean) => {
        clearTimeout(timer);
        this.off('change', look);
        resolve(held);
      };
      const look = () => {
        if (holds()) settle(true);
      };
      const timer = setTimeout(() => settle(holds()), timeoutMs);
      this.on('change', look);
      look();
    });
  }

  /** Puts the phone down and gives their side of the story. */
  close(): CallerLog {
    clearInterval(this.#timer);
    this.#line.close();
    this.#silence.end(Date.now());
    return {
      conversationId: this.conversationId,
      said: this.#said.map(({ text, heard }) => ({ text, heard })),
      askedForPerson: this.#askedForPerson,
      heardAgent: this.heardAgent,
      sawEnd: this.phase === 'ended',
      hungUp: this.#hungUp,
      redials: this.#redials,
      breaks: this.#breaks,
      longestSilenceMs: this.#silence.longestMs,
      longestSilenceEndedAt: this.#silence.longestEndedAt,
    };
  }

  #begin(): void {
    if (this.conversationId !== '') {
      this.#line.send({ type: 'resume', conversationId: this.conversationId });
      return;
    }
    const { tenant, channel = 'phone', language = 'en' } = this.#options;
    this.#line.send({ type: 'start', tenant, channel, language });
  }

  #take(message: LineMessage): void {
    const now = Date.now();
    switch (message.type) {
      case 'started':
        this.conversationId = String(message['conversationId']);
        this.#ready = true;
        this.#silence.back(now);
        this.#sayAgain();
        break;
      case 'turn':
        this.#hear(message, now);
        break;
      case 'status':
        this.phase = String(message['phase']);
        this.#silence.told(now);
        if (this.phase === 'ended') this.#silence.end(now);
        break;
      case 'error':
        this.#onError(String(message['code']));
        break;
      default:
        this.#silence.told(now);
    }
    this.emit('change');
  }

  #hear(message: LineMessage, now: number): void {
    const speaker = String(message['speaker']);
    const text = String(message['text']);
    this.#acknowledged = true;
    this.#heard.set(Number(message['index']), { speaker, text, at: now });
    if (speaker === 'customer') {
      // One's own words come back as the acknowledgement; they break no silence.
      for (const said of this.#said) if (said.text === text) said.heard = true;
      return;
    }
    this.#silence.told(now);
    if (speaker !== 'agent') return;
    this.heardAgent = true;
    this.#silence.end(now);
  }

  #onError(code: string): void {
    if (code === 'conversation-ended') {
      this.phase = 'ended';
      this.#silence.end(Date.now());
      return;
    }
    if (this.#ready) return;
    // The line is up, the call is not: it was never begun, or what is needed to go on with it is away.
    if (code === 'not-found' && !this.#acknowledged) {
      this.#redials += 1;
      this.conversationId = '';
    }
    this.#line.redial();
  }

  #sayAgain(): void {
    if (!this.#ready) return;
    if (this.#hungUp && this.phase !== 'ended') this.#line.send({ type: 'hangup' });
    for (const { id, text, heard } of this.#said) if (!heard) this.#line.send({ type: 'say', id, text });
  }
}

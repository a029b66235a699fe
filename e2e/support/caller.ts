import type { Site } from './site.js';
import { Talker, type Message } from './talker.js';

/** A turn as the caller hears it. */
export interface HeardTurn {
  readonly index: number;
  readonly speaker: 'customer' | 'bot' | 'agent' | 'announcement';
  readonly text: string;
  readonly language: string;
}

export interface Dial {
  readonly tenant?: string;
  readonly language?: string;
  readonly jurisdiction?: string;
  readonly channel?: string;
  readonly customer?: { readonly id: string; readonly segment?: string; readonly contactsLast30d?: number };
}

/** A customer on the phone, through the door the phone page uses. */
export class Caller {
  #talker: Talker;
  #said = 0;

  private constructor(
    talker: Talker,
    readonly conversationId: string,
  ) {
    this.#talker = talker;
  }

  /** Calls and waits for the first words. */
  static async call(baton: Site, dial: Dial = {}): Promise<Caller> {
    const talker = await Talker.open(`${baton.webSocketUrl}/gateway/v1/calls`);
    talker.send({ type: 'start', tenant: 'bank', channel: 'phone', ...dial });
    const { conversationId } = await talker.untilType('started');
    const caller = new Caller(talker, String(conversationId));
    await caller.hears('the disclosure', ({ speaker }) => speaker === 'announcement');
    return caller;
  }

  get talker(): Talker {
    return this.#talker;
  }

  /** Everything heard, each turn once, in order. */
  get turns(): HeardTurn[] {
    const heard = this.#talker.received.filter(({ type }) => type === 'turn') as unknown as HeardTurn[];
    const byIndex = new Map(heard.map((turn) => [turn.index, turn]));
    return [...byIndex.values()].sort((a, b) => a.index - b.index);
  }

  get lastIndex(): number {
    return this.turns.at(-1)?.index ?? -1;
  }

  get phase(): string {
    return String(this.#talker.received.findLast(({ type }) => type === 'status')?.['phase'] ?? 'bot');
  }

  /** Says it and waits until it is on the record; resolves with its index. */
  async say(text: string): Promise<number> {
    this.#said += 1;
    const before = this.#talker.received.length;
    this.#talker.send({ type: 'say', text, id: `s${this.#said}-${before}` });
    const turn = await this.#talker.until(
      `"${text}" on the record`,
      (message) => message.type === 'turn' && message['speaker'] === 'customer',
      before,
    );
    return Number(turn['index']);
  }

  /** Says it and waits for nothing. Sent again with the same id it is still one turn. */
  sayBlind(text: string, id: string): void {
    this.#talker.send({ type: 'say', text, id });
  }

  /** Says it and waits for the bot's answer. */
  async ask(text: string): Promise<HeardTurn> {
    const index = await this.say(text);
    return this.hears(`an answer to "${text}"`, (turn) => turn.speaker === 'bot' && turn.index > index);
  }

  async hears(what: string, fits: (turn: HeardTurn) => boolean, timeoutMs?: number): Promise<HeardTurn> {
    const found = await this.#talker.until(
      what,
      (message) => message.type === 'turn' && fits(message as unknown as HeardTurn),
      0,
      timeoutMs,
    );
    return found as unknown as HeardTurn;
  }

  untilPhase(phase: string, timeoutMs?: number): Promise<Message> {
    return this.#talker.until(
      `the phase ${phase}`,
      (message) => message.type === 'status' && message['phase'] === phase,
      0,
      timeoutMs,
    );
  }

  /** Comes back after the line broke; what was heard before is told again. */
  async resume(baton: Site): Promise<void> {
    this.#talker.close();
    this.#talker = await Talker.open(`${baton.webSocketUrl}/gateway/v1/calls`);
    this.#talker.send({ type: 'resume', conversationId: this.conversationId });
    await this.#talker.untilType('status');
  }

  hangUp(): void {
    this.#talker.send({ type: 'hangup' });
  }

  close(): void {
    this.#talker.close();
  }
}

import { BatonError } from '@baton/kernel';
import { BotMode, Channel, Speaker } from '@baton/contracts';
import type { Platform } from '@baton/service-kit';
import type { WebSocket } from 'ws';
import type { CallControl } from '../call-control.js';
import type { ChannelMoves } from '../channels/channel-moves.js';
import { firstLeg } from '../domain/leg.js';
import { tellHistory } from './caller-history.js';
import { callerMessage, type CallerMessage, type GatewayMessage } from './caller-messages.js';
import type { Call } from '../domain/call.js';
import type { CallSockets } from './call-sockets.js';

/** A caller whose connection broke may come back within this time before the call counts as hung up. */
export const resumeGraceMs = 15_000;

type CallerChannel = NonNullable<Extract<CallerMessage, { type: 'start' }>['channel']>;

const channels = {
  phone: Channel.CHANNEL_PHONE,
  chat: Channel.CHANNEL_CHAT,
  whatsapp: Channel.CHANNEL_WHATSAPP,
  sms: Channel.CHANNEL_SMS,
  email: Channel.CHANNEL_EMAIL,
};

/** One caller connection: text in, recorded turns out. Messages of a connection are handled one after the other. */
export class CallerSession {
  #conversationId: string | undefined;
  #leg = firstLeg.number;
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;

  constructor(
    private readonly socket: WebSocket,
    private readonly control: CallControl,
    private readonly moves: ChannelMoves,
    private readonly sockets: CallSockets,
    private readonly platform: Platform,
    /** The one channel of this door; undefined: the caller says which. */
    private readonly only?: CallerChannel,
  ) {}

  /** Takes one message; refuses more than 32 that were not handled yet. */
  receive(raw: string): void {
    if (this.#waiting >= 32) {
      this.#refuse('overloaded', 'Too many messages at once; wait for the answers.');
      return;
    }
    this.#waiting += 1;
    this.#queue = this.#queue
      .then(() => this.#handle(raw))
      .catch((thrown: unknown) => this.#fail(thrown))
      .finally(() => {
        this.#waiting -= 1;
      });
  }

  /** The connection is gone; if the caller does not come back in time, they hung up. */
  closed(): void {
    const conversationId = this.#conversationId;
    if (!conversationId || !this.sockets.detach(conversationId, this.socket)) return;
    setTimeout(() => {
      if (this.sockets.has(conversationId)) return;
      void this.control
        .hangUp(conversationId, this.#leg)
        .catch((thrown: unknown) =>
          this.platform.logger.warn(
            { err: thrown, conversationId },
            'could not end the call of a lost caller',
          ),
        );
    }, resumeGraceMs).unref();
  }

  async #handle(raw: string): Promise<void> {
    const message = parse(raw);
    if (message.type === 'start') return this.#start(message);
    if (message.type === 'resume') return this.#resume(message.conversationId);
    if (message.type === 'move') return this.#move(message.link);
    if (message.type === 'await-callback') return this.#awaitCallback(message.conversationId);
    if (message.type === 'answer') return this.#answer(message.conversationId, message.accept);
    const conversationId = this.#conversationId;
    if (!conversationId) throw new BatonError('invalid-argument', 'Send start or resume first.');
    const commandId =
      message.type === 'say' && message.id ? `${conversationId}:${message.id}` : this.platform.ids.next();
    switch (message.type) {
      case 'say':
        await this.#record(conversationId, commandId, message.text, 1);
        return;
      case 'key':
        await this.#record(conversationId, commandId, message.digit, 1);
        return;
      case 'silence':
        await this.#record(conversationId, commandId, '', 0);
        return;
      case 'consent':
        await this.control.recordConsent({
          commandId,
          conversationId,
          purpose: message.purpose,
          granted: message.granted,
        });
        return;
      case 'leave-message':
        await this.control.leaveMessage({ commandId, conversationId, text: message.text });
        return;
      case 'hangup':
        await this.control.hangUp(conversationId, this.#leg);
        return;
      case 'link': {
        const { token, expiresAtMs: expiresAt } = await this.moves.createLink(commandId, conversationId);
        this.sockets.reply(this.socket, { type: 'link', token, expiresAt });
      }
    }
  }

  async #start(message: Extract<CallerMessage, { type: 'start' }>): Promise<void> {
    if (this.#conversationId)
      throw new BatonError('invalid-argument', 'This connection already has a conversation.');
    const channel = message.channel ?? this.only ?? 'chat';
    if (this.only !== undefined && channel !== this.only)
      throw new BatonError('unknown-channel', `This door is for ${this.only} alone.`);
    const commandId = this.platform.ids.next();
    const conversationId = this.control.conversationIdOf(commandId);
    this.#conversationId = conversationId;
    this.sockets.attach(conversationId, this.socket);
    this.sockets.reply(this.socket, { type: 'started', conversationId, language: message.language });
    const { customer } = message;
    await this.control.start({
      commandId,
      tenantId: message.tenant,
      channel: channels[channel],
      language: message.language,
      jurisdiction: message.jurisdiction,
      botMode: BotMode.BOT_MODE_PACK,
      customer: {
        known: customer !== undefined,
        customerId: customer?.id ?? '',
        segment: customer?.segment ?? '',
        contactsLast30d: customer?.contactsLast30d ?? 0,
      },
    });
  }

  /** Everything said so far comes from the context store; what is said from now on is pushed as usual. */
  async #resume(conversationId: string): Promise<void> {
    if (this.#conversationId)
      throw new BatonError('invalid-argument', 'This connection already has a conversation.');
    const call = await this.control.find(conversationId);
    if (call.leg?.contactRef !== undefined)
      throw new BatonError('moved', 'The conversation goes on by another channel.');
    await this.#join(conversationId, call);
  }

  /** A caller takes their conversation here, from wherever it is. */
  async #move(linkToken: string): Promise<void> {
    if (this.#conversationId)
      throw new BatonError('invalid-argument', 'This connection already has a conversation.');
    const channel = channels[this.only ?? 'chat'];
    const commandId = this.platform.ids.next();
    const { conversationId, call } = await this.moves.move({ commandId, channel, leg: {}, linkToken });
    await this.#join(conversationId, call);
  }

  async #join(conversationId: string, call: Call): Promise<void> {
    this.#conversationId = conversationId;
    this.#leg = (call.leg ?? firstLeg).number;
    this.sockets.attach(conversationId, this.socket, this.#leg);
    this.sockets.reply(this.socket, { type: 'started', conversationId, language: call.language });
    const tell = (turn: GatewayMessage) => this.sockets.reply(this.socket, turn);
    const isListening = () => this.socket.readyState === this.socket.OPEN;
    await tellHistory(this.platform, conversationId, call, tell, isListening);
    this.#tellPhase(conversationId, call);
  }

  /** The caller hung up with a callback booked: their side waits for it to ring. */
  async #awaitCallback(conversationId: string): Promise<void> {
    if (this.#conversationId)
      throw new BatonError('invalid-argument', 'This connection already has a conversation.');
    const promised = await this.control.find(conversationId);
    this.#conversationId = conversationId;
    this.sockets.attach(conversationId, this.socket);
    this.#tellPhase(conversationId, promised);
    const ringing = promised.calledBackIn && (await this.control.find(promised.calledBackIn));
    if (!ringing || ringing.phase !== 'ringing') return;
    const { calledBackIn } = promised;
    const { answerBy } = ringing.outbound!;
    this.sockets.reply(this.socket, { type: 'ringing', conversationId: calledBackIn!, answerBy });
  }

  /** Picks up, or does not: from then on the connection is the new conversation's. */
  async #answer(conversationId: string, accept: boolean): Promise<void> {
    const call = await this.control.find(conversationId);
    const before = this.#conversationId;
    if (before !== call.outbound?.previousConversationId)
      throw new BatonError('invalid-argument', 'Wait for the callback of this conversation first.');
    if (accept) {
      this.sockets.detach(before!, this.socket);
      this.#conversationId = conversationId;
      this.sockets.attach(conversationId, this.socket);
      this.sockets.reply(this.socket, { type: 'started', conversationId, language: call.language });
    }
    await this.control.answer({ commandId: `answer:${conversationId}:${accept}`, conversationId, accept });
    if (accept) this.#tellPhase(conversationId, await this.control.find(conversationId));
  }

  #tellPhase(conversationId: string, { phase, hold }: Call): void {
    const onHold = hold !== undefined;
    this.sockets.stands(conversationId, phase, onHold);
    this.sockets.reply(this.socket, { type: 'status', phase, ...(onHold ? { onHold } : {}) });
  }

  async #record(
    conversationId: string,
    commandId: string,
    text: string,
    asrConfidence: number,
  ): Promise<void> {
    await this.control.recordTurn({
      commandId,
      conversationId,
      speaker: Speaker.SPEAKER_CUSTOMER,
      text,
      asrConfidence,
      language: '',
    });
  }

  #fail(thrown: unknown): void {
    if (thrown instanceof BatonError) return this.#refuse(thrown.code, thrown.message);
    this.platform.logger.error({ err: thrown }, 'unexpected error in a caller connection');
    this.#refuse('unexpected', 'Something went wrong here; it was logged.');
  }

  #refuse(code: string, message: string): void {
    this.sockets.reply(this.socket, { type: 'error', code, message });
  }
}

function parse(raw: string): CallerMessage {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch (cause) {
    throw new BatonError(
      'invalid-argument',
      'A message is one JSON object, e.g. {"type":"say","text":"hello"}.',
      { cause },
    );
  }
  const parsed = callerMessage.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BatonError(
    'invalid-argument',
    `The message is not valid at ${issue?.path.join('.') || 'type'}: ${issue?.message}.`,
  );
}

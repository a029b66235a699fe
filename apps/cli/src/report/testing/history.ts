import type { AuditEntry } from '@baton/compliance-auditor';
import {
  CallbackScheduled,
  CallerBridged,
  Channel,
  ConversationEnded,
  ConversationStarted,
  EndReason,
  EscalationDecided,
  HandoffAbandoned,
  HandoffAccepted,
  HandoffConnected,
  HandoffOffered,
  HandoffQueued,
  HandoffRequested,
  HandoffReturnedToBot,
  HumanRequested,
  Speaker,
  TurnRecorded,
  TurnUnderstood,
  WrapUpStarted,
  type EventDefinition,
} from '@baton/contracts';

/** Writes the audit log of made-up calls, second by second. */
export class History {
  readonly entries: AuditEntry[] = [];
  #conversation = '';
  #start = 0;
  #turn = 0;

  /** A call begins; the seconds below count from here. */
  call(conversation: string, start: number, { channel = Channel.CHANNEL_PHONE, language = 'en' } = {}): this {
    this.#conversation = conversation;
    this.#start = start;
    this.#turn = 0;
    return this.#log(0, ConversationStarted, { channel, language });
  }

  says(second: number): this {
    this.#turn += 1;
    const said = { turnIndex: this.#turn, speaker: Speaker.SPEAKER_CUSTOMER, atMs: this.#at(second) };
    return this.#log(second, TurnRecorded, said);
  }

  /** Says it in words; understood a little later. */
  asks(second: number, { callback = false } = {}): this {
    this.says(second);
    const humanRequest = { value: true, score: 1, keyed: false, callback, count: 1 };
    return this.#log(second + 0.05, TurnUnderstood, { turnIndex: this.#turn, humanRequest });
  }

  keys(second: number): this {
    this.says(second);
    this.#log(second, HumanRequested, { turnIndex: this.#turn, how: 'keyed' });
    const humanRequest = { value: true, score: 1, keyed: true, callback: false, count: 1 };
    return this.#log(second + 0.05, TurnUnderstood, { turnIndex: this.#turn, humanRequest });
  }

  escalates(second: number, { queue = 'general', language = 'en', reason = 'human-request' } = {}): this {
    this.#log(second, EscalationDecided, { decision: { turnIndex: this.#turn, reasons: [reason] } });
    this.#log(second, HandoffRequested, { language });
    return this.#log(second, HandoffQueued, { queue });
  }

  offers(second: number): this {
    return this.#log(second, HandoffOffered, {});
  }

  connects(second: number): this {
    this.#log(second - 1, HandoffAccepted, {});
    this.#log(second, CallerBridged, {});
    return this.#log(second, HandoffConnected, {});
  }

  wrapsUp(second: number): this {
    return this.#log(second, WrapUpStarted, {});
  }

  abandons(second: number): this {
    return this.#log(second, HandoffAbandoned, { inState: 'queued' });
  }

  booksCallback(second: number): this {
    return this.#log(second, CallbackScheduled, {});
  }

  returnsToBot(second: number): this {
    return this.#log(second, HandoffReturnedToBot, { reason: 'solved by the bot' });
  }

  ends(second: number): this {
    return this.#log(second, ConversationEnded, { reason: EndReason.END_REASON_CALLER_HUNG_UP });
  }

  /** The same, some entries at a time, as the log is read. */
  async *read(): AsyncGenerator<readonly AuditEntry[]> {
    for (let at = 0; at < this.entries.length; at += 7) yield this.entries.slice(at, at + 7);
  }

  #at(second: number): number {
    return this.#start + second * 1_000;
  }

  #log<T>(second: number, type: EventDefinition<T>, data: object): this {
    const index = this.entries.length;
    const full = { ...type.decode(Buffer.from('{}')), ...data };
    this.entries.push({
      tenant: 'bank',
      index,
      eventId: `event-${index}`,
      type: type.type,
      topic: type.topic,
      timeMs: this.#at(second),
      source: `/baton/${type.producer}`,
      subject: this.#conversation,
      conversationId: this.#conversation,
      causationId: '',
      dataJson: Buffer.from(type.encode(full)).toString('utf8'),
      salt: '',
      commitment: '',
    });
    return this;
  }
}

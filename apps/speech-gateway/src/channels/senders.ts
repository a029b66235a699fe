import { Inject, Injectable } from '@nestjs/common';
import { Channel } from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { Outbox } from './outbox.js';
import type { MessageSender } from './sender.js';
import { SmtpSender } from './email/smtp-sender.js';
import { TwilioSender } from './twilio/twilio-sender.js';

/** Longest message a channel takes, in characters. */
const longest: Readonly<Partial<Record<Channel, number>>> = {
  [Channel.CHANNEL_SMS]: 1_600,
  [Channel.CHANNEL_WHATSAPP]: 1_600,
};

/** Who carries the messages of which channel. */
@Injectable()
export class Senders {
  readonly #twilio: TwilioSender | undefined;
  readonly #smtp: SmtpSender | undefined;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {
    const { twilio, smtp } = platform.config;
    this.#twilio = twilio && new TwilioSender(twilio);
    this.#smtp = smtp && new SmtpSender(smtp);
  }

  /** Undefined where nobody carries it. */
  of(channel: Channel): MessageSender | undefined {
    if (this.platform.config.outbox) return this.outbox;
    const isTwilios = channel === Channel.CHANNEL_SMS || channel === Channel.CHANNEL_WHATSAPP;
    if (isTwilios) return this.#twilio;
    return channel === Channel.CHANNEL_EMAIL ? this.#smtp : undefined;
  }

  longest(channel: Channel): number {
    return longest[channel] ?? 50_000;
  }
}

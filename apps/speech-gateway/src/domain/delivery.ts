import { Speaker, type Channel } from '@baton/contracts';
import type { Call } from './call.js';
import { firstLeg, type Leg } from './leg.js';

/** What was said on a leg that holds no connection, on its way to the caller as messages. */
export interface Delivery {
  /** Oldest first; at most `maxUnsent`, beyond which the oldest is given up. */
  readonly queue: readonly Unsent[];
  /** Attempts at the oldest. */
  readonly attempts: number;
  /** When to try next; while a message is being sent, when to stop waiting for that. */
  readonly nextAt: number;
}

export interface Unsent {
  readonly turnIndex: number;
  readonly text: string;
  readonly channel: Channel;
  readonly leg: Leg;
}

export const maxUnsent = 64;
/** What is said within this time goes out as one message, ms. */
export const gatherMs = 60;
/** A message that was not told to be sent within this time is sent again, ms. */
export const sendingLimitMs = 30_000;
/** After this many attempts a message is given up. */
export const maxAttempts = 8;

/** Adds a turn to what is to be sent, where the caller's leg takes messages. */
export function withUnsent(call: Call, speaker: Speaker, turnIndex: number, text: string, now: number): Call {
  const { leg = firstLeg, delivery, channel } = call;
  if (leg.contactRef === undefined || speaker === Speaker.SPEAKER_CUSTOMER || text === '') return call;
  const queue = [...(delivery?.queue ?? []), { turnIndex, text, channel, leg }].slice(-maxUnsent);
  const { attempts = 0, nextAt = now + gatherMs } = delivery ?? {};
  return { ...call, delivery: { queue, attempts, nextAt } };
}

/** The messages to send as one: the oldest and what follows it to the same address, as far as it fits. Never empty. */
export function nextMessage(
  { queue }: Delivery,
  maxCharacters: number,
): { to: Unsent; text: string; upTo: number } {
  const to = queue[0]!;
  let text = to.text;
  let upTo = to.turnIndex;
  for (const next of queue.slice(1)) {
    const longer = `${text}\n\n${next.text}`;
    if (next.leg.number !== to.leg.number || longer.length > maxCharacters) break;
    text = longer;
    upTo = next.turnIndex;
  }
  return { to, text, upTo };
}

/** Somebody begins to send; nobody else does until the limit is over. */
export function sending(call: Call, now: number): Call | undefined {
  const { delivery } = call;
  if (!delivery || delivery.nextAt > now) return undefined;
  return {
    ...call,
    delivery: { ...delivery, attempts: delivery.attempts + 1, nextAt: now + sendingLimitMs },
  };
}

/** The turns up to one were sent, or given up. */
export function sent(call: Call, upTo: number, now: number): Call {
  const queue = call.delivery?.queue.filter(({ turnIndex }) => turnIndex > upTo) ?? [];
  const { delivery: _done, ...rest } = call;
  return queue.length === 0 ? rest : { ...rest, delivery: { queue, attempts: 0, nextAt: now } };
}

/** Sending failed and may work later: tried again after a pause that doubles from 1 s up to a minute; given up in the end. */
export function notSent(call: Call, upTo: number, now: number): Call {
  const { delivery } = call;
  if (!delivery) return call;
  if (delivery.attempts >= maxAttempts) return sent(call, upTo, now);
  const pause = Math.min(60_000, 1_000 * 2 ** (delivery.attempts - 1));
  return { ...call, delivery: { ...delivery, nextAt: now + pause } };
}

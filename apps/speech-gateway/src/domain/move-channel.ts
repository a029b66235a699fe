import { BatonError } from '@baton/kernel';
import { ConversationMoved, type Channel, type CustomerRef } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Call } from './call.js';
import { firstLeg, type Leg } from './leg.js';
import { movedSentences } from './moved-sentences.js';
import type { Outcome } from './outcome.js';
import { inTurn } from './speak.js';
import { announce } from './transfer.js';

/** A move that somebody may make: by a link that was checked, or as a customer who was recognised. */
export interface Move {
  readonly channel: Channel;
  readonly leg: Omit<Leg, 'number'>;
  readonly proof: 'signed-link' | 'verified-identity';
  /** Of the link. */
  readonly nonce?: string;
  /** Who the customer turned out to be, where the move told. */
  readonly customer?: CustomerRef;
  readonly now: number;
}

/** Links a call remembers as used; a link of an older one has expired by then. */
export const maxUsedLinks = 16;
/** A conversation that moves more often than this goes in circles. */
export const maxLegs = 64;

/**
 * Takes the conversation to another leg. Where the caller stands in it, who holds the speech lease, what waits at the gates and
 * which handoff is on its way stay as they are. The old leg hears where it goes on, the new one that it does.
 * Throws `conversation-ended`, `identity-conflict` where the call is somebody else's, `too-many-moves`.
 */
export function moveChannel(conversationId: string, call: Call, move: Move): Outcome {
  const { leg: old = firstLeg } = call;
  if (call.phase === 'ended')
    throw new BatonError('conversation-ended', 'The conversation is over; start a new one.');
  if (old.number >= maxLegs)
    throw new BatonError('too-many-moves', `A conversation has at most ${maxLegs} legs.`);
  const { channel, proof, now, customer } = move;
  const named = customer && customer.customerId !== '' ? customer : undefined;
  if (named && call.customerId !== undefined && named.customerId !== call.customerId)
    throw new BatonError('identity-conflict', 'The conversation is of another customer.');
  const { goodbye, hello } = movedSentences(call.language, channel);
  const leg: Leg = { ...move.leg, number: old.number + 1 };
  const usedLinks =
    move.nonce === undefined ? call.usedLinks : [...(call.usedLinks ?? []), move.nonce].slice(-maxUsedLinks);
  return inTurn(
    call,
    (current) => announce(conversationId, current, goodbye, '', now),
    (current) => ({
      call: {
        ...current,
        channel,
        leg,
        ...(usedLinks === undefined ? {} : { usedLinks }),
        ...(named ? { customerId: named.customerId } : {}),
      },
      events: [
        draft(ConversationMoved, conversationId, {
          fromChannel: call.channel,
          channel,
          leg: leg.number,
          proof,
          customer: named,
          movedAtMs: now,
        }),
      ],
    }),
    (current) => announce(conversationId, current, hello, '', now),
  );
}

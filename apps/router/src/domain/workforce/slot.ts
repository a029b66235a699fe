import { Channel } from '@baton/contracts';

/** A call or a written conversation: what an agent has places for. */
export type SlotKind = 'voice' | 'chat';

/** One place of an agent that is taken. */
export type Slot =
  | (SlotUse & { readonly kind: 'reserved'; readonly expiresAt: number })
  | (SlotUse & {
      readonly kind: 'engaged' | 'wrap-up';
      /** When the agent took the caller, ms. */
      readonly since: number;
    });

/** What a slot is used for. */
export interface SlotUse {
  readonly handoffId: string;
  readonly conversationId: string;
  readonly token: number;
  readonly channel: SlotKind;
  /** Empty where the agent was asked for by name. */
  readonly queue: string;
}

/** What a conversation of this channel takes up. A channel nobody named counts as a phone. */
export function slotKindOf(channel: Channel | undefined): SlotKind {
  const written = [
    Channel.CHANNEL_CHAT,
    Channel.CHANNEL_WHATSAPP,
    Channel.CHANNEL_SMS,
    Channel.CHANNEL_EMAIL,
  ];
  return channel !== undefined && written.includes(channel) ? 'chat' : 'voice';
}

/** The slot of a handoff, if the agent has one. */
export function slotOf({ slots }: { readonly slots: readonly Slot[] }, handoffId: string): Slot | undefined {
  return slots.find((slot) => slot.handoffId === handoffId);
}

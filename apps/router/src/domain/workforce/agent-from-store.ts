import type { Agent } from './agent.js';
import type { Slot } from './slot.js';

/** An agent as earlier versions of Baton stored them: with one slot for everything. */
interface OneSlotAgent extends Omit<
  Agent,
  'slots' | 'workplace' | 'capacity' | 'onShift' | 'leaseToken' | 'worked'
> {
  readonly slot:
    | { readonly kind: 'free' }
    | {
        readonly kind: 'reserved' | 'engaged';
        readonly handoffId: string;
        readonly conversationId: string;
        readonly token: number;
        readonly expiresAt?: number;
      };
}

/** A stored agent in the present form. */
export function agentFromStore(stored: Agent | OneSlotAgent): Agent {
  if (!('slot' in stored)) return stored;
  const { slot, ...rest } = stored;
  return {
    ...rest,
    workplace: { team: '', site: '', country: '' },
    capacity: { voice: 1, chat: 1, voiceWithChats: false },
    onShift: true,
    leaseToken: 0,
    worked: { signedInAt: stored.presenceSince, busyMs: 0 },
    slots: slot.kind === 'free' ? [] : [slotFromStore(slot, stored.presenceSince)],
  };
}

function slotFromStore(
  { kind, expiresAt = 0, ...use }: Exclude<OneSlotAgent['slot'], { kind: 'free' }>,
  since: number,
): Slot {
  const used = { ...use, channel: 'voice', queue: '' } as const;
  return kind === 'reserved' ? { ...used, kind, expiresAt } : { ...used, kind, since };
}

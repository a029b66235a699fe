import type { ConversationStarted } from '@baton/contracts';
import type { Conversation } from './conversation.js';
import type { ConversationOutcome } from './decide-turn.js';
import { turnsComplete } from './hear-turn.js';
import type { TurnPolicy } from './turn-policy.js';

/** The live leg is up: now it is known which pack, channel and customer. Turns that waited for it are decided. */
export function conversationStarted(
  conversation: Conversation,
  { pack, channel, language, customer }: ConversationStarted,
  policy: TurnPolicy,
  customerRef?: string,
): ConversationOutcome | undefined {
  if (conversation.started) return undefined;
  const started: Conversation = {
    ...conversation,
    started: true,
    packSha256: pack?.sha256 ?? '',
    channel,
    startedIn: language,
    ...(customerRef === undefined ? {} : { customerRef }),
    customer: {
      known: customer?.known ?? false,
      segment: customer?.segment ?? '',
      contactsLast30d: customer?.contactsLast30d ?? 0,
    },
  };
  return turnsComplete(started, policy) ?? { conversation: started, events: [] };
}

/** The conversation is over: what was said is still decided, but nobody is fetched any more. */
export function conversationEnded(conversation: Conversation): ConversationOutcome | undefined {
  return conversation.ended ? undefined : { conversation: { ...conversation, ended: true }, events: [] };
}

/** The handoff ended without a person: the bot goes on and turns are decided again. */
export function backToBot(conversation: Conversation, handoffId: string): ConversationOutcome | undefined {
  if (conversation.handoff?.handoffId !== handoffId) return undefined;
  const { handoff: _over, ...rest } = conversation;
  return { conversation: rest, events: [] };
}

/** A person has, or is being fetched for, the caller by another handoff: no turn is decided while it is open. */
export function goesOnWith(
  conversation: Conversation,
  handoffId: string,
  askedAt: number,
): ConversationOutcome | undefined {
  if (conversation.handoff?.handoffId === handoffId) return undefined;
  const turnIndex = conversation.handoff?.turnIndex ?? -1;
  return {
    conversation: { ...conversation, handoff: { handoffId, turnIndex, askedAt }, lastHandoffId: handoffId },
    events: [],
  };
}

/** A supervisor is about to take the caller over: whoever learns that the caller left tells that handoff too. */
export function takeoverBegun(
  conversation: Conversation,
  handoffId: string,
): ConversationOutcome | undefined {
  if (conversation.takeover === handoffId) return undefined;
  return { conversation: { ...conversation, takeover: handoffId }, events: [] };
}

/** What came after ended before it began: the caller is with the one before, unless somebody else has them by now. */
export function backToHandoff(
  conversation: Conversation,
  failedId: string,
  previousId: string,
  at: number,
): ConversationOutcome | undefined {
  return conversation.handoff?.handoffId === failedId ? goesOnWith(conversation, previousId, at) : undefined;
}

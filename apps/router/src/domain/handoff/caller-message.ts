import { BatonError } from '@baton/kernel';
import { MessageHandled, type CallerMessage as Message } from '@baton/contracts';
import { draft, type EventDraft } from '@baton/persistence';

/** A message a caller left while nobody was there. Redacted. */
export interface CallerMessage {
  readonly messageId: string;
  readonly tenantId: string;
  readonly handoffId: string;
  readonly conversationId: string;
  readonly queue: string;
  readonly text: string;
  readonly language: string;
  readonly leftAt: number;
  /** Not handled yet. */
  readonly open: boolean;
  readonly handledBy?: string;
}

/** An agent has dealt with it. Undefined where the same agent did before. Throws `wrong-state` where another did. */
export function handleMessage(
  message: CallerMessage,
  agentId: string,
  note: string,
): { readonly message: CallerMessage; readonly events: readonly EventDraft<unknown>[] } | undefined {
  if (message.handledBy === agentId) return undefined;
  if (!message.open) throw new BatonError('wrong-state', 'A colleague has dealt with this message already.');
  return {
    message: { ...message, open: false, handledBy: agentId },
    events: [draft(MessageHandled, message.conversationId, { messageId: message.messageId, agentId, note })],
  };
}

export function callerMessageOf(message: CallerMessage): Message {
  const { messageId, handoffId, conversationId, queue, text, language, leftAt, handledBy } = message;
  return {
    ...{ messageId, handoffId, conversationId, queue, text, language },
    leftAtMs: leftAt,
    handledByAgentId: handledBy ?? '',
  };
}

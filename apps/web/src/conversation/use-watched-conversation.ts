import { useCallback, useEffect, useReducer } from 'react';
import { api } from '../api/endpoints.js';
import type { LiveMessage } from '../api/live-message.js';
import type { LiveEvent, Packet } from '../api/model.js';
import { useLive } from '../api/use-live.js';
import { emptyView, withEvent, withMessage, withPacket, type ConversationView } from './conversation-view.js';

type Step =
  | { readonly type: 'reset' }
  | { readonly type: 'message'; readonly message: LiveMessage }
  | { readonly type: 'past'; readonly packet: Packet | undefined; readonly events: readonly LiveEvent[] };

function advance(view: ConversationView, step: Step): ConversationView {
  if (step.type === 'reset') return emptyView;
  if (step.type === 'message') return withMessage(view, step.message);
  const told = step.events.reduce(withEvent, view);
  return step.packet ? withPacket(told, step.packet) : told;
}

/**
 * A conversation one looks at without being in it: everything so far, then live. The tenant may be empty where it is not
 * known; the packet then tells it.
 */
export function useWatchedConversation(
  conversationId: string,
  tenant = '',
): { readonly view: ConversationView; readonly connected: boolean } {
  const [view, advanceBy] = useReducer(advance, emptyView);
  useEffect(() => advanceBy({ type: 'reset' }), [conversationId]);

  const catchUp = useCallback(() => {
    void past(conversationId, tenant).then((step) => advanceBy(step));
  }, [conversationId, tenant]);
  const connected = useLive({
    watch: conversationId,
    enabled: conversationId !== '',
    onMessage: (message) => {
      if (!('conversationId' in message) || message.conversationId === conversationId) {
        advanceBy({ type: 'message', message });
      }
    },
    onOpen: catchUp,
  });
  return { view, connected };
}

/** A conversation that has only just begun has neither packet nor trail yet: then there is no past. */
async function past(conversationId: string, tenant: string): Promise<Step> {
  const packet = await api.packet(conversationId).catch(() => undefined);
  const trail = await api.trail(conversationId, tenant || (packet?.tenantId ?? '')).catch(() => undefined);
  return { type: 'past', packet, events: trail?.entries ?? [] };
}

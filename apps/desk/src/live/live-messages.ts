import type { AssistUpdated, ConsultMessageSent } from '@baton/contracts';
import type { AgentView } from '../views/agent-view.js';
import type { HandoffView } from '../views/handoff-view.js';
import type { PacketView } from '../views/packet-view.js';
import type { TurnView } from '../views/turn-view.js';

/** What a page receives over `/api/live`, one JSON object a message. */
export type LiveMessage =
  /** First message; without `agent` nobody is signed in. */
  | { readonly type: 'hello'; readonly agent?: AgentView }
  | { readonly type: 'agent'; readonly agent: AgentView }
  /** `packet` is null where the context store did not answer in time; it follows as `packet`. */
  | {
      readonly type: 'offer';
      readonly handoff: HandoffView;
      readonly conversationId: string;
      readonly packet: PacketView | null;
    }
  /** Two agents talk while the caller does not hear them; only their pages get this. */
  | { readonly type: 'consult'; readonly lines: readonly ConsultMessageSent[] }
  | { readonly type: 'offer-gone'; readonly handoffId: string; readonly reason: string }
  | { readonly type: 'handoff'; readonly handoff: HandoffView }
  | { readonly type: 'turn'; readonly conversationId: string; readonly turn: TurnView }
  | { readonly type: 'packet'; readonly conversationId: string; readonly packet: PacketView }
  | { readonly type: 'assist'; readonly conversationId: string; readonly assist: AssistUpdated }
  | { readonly type: 'ended'; readonly conversationId: string; readonly reason: string }
  | { readonly type: 'event'; readonly conversationId: string; readonly event: WatchedEvent };

/** An event of a watched conversation; `data` is its proto JSON, as published. */
export interface WatchedEvent {
  readonly id: string;
  readonly type: string;
  readonly timeMs: number;
  readonly source: string;
  readonly data: unknown;
}

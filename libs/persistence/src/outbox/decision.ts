import type { BatonEvent, EventType } from '@baton/eventing';

/** What `decide` makes of a document: all of its next content. Nothing carries over that is not named here. */
export interface Decision<S> {
  readonly state: S;
  /** In the order they are to be published. */
  readonly events: readonly EventDraft<unknown>[];
  /** When the document wants to be looked at again, milliseconds since the Unix epoch; absent: never. */
  readonly deadlineAt?: number | undefined;
}

/** An event before it has an id. */
export interface EventDraft<T> {
  readonly type: EventType<T>;
  /** Conversation id, or agent id on workforce topics; also the record key. */
  readonly subject: string;
  readonly data: T;
  /** Default: the cause's. Named where a document of many calls (a queue, an agent) speaks of one. */
  readonly correlationId?: string;
}

/** Drafts an event with its data checked against its type. */
export function draft<T>(type: EventType<T>, subject: string, data: T): EventDraft<T> {
  return { type, subject, data };
}

/**
 * What became of an update. `applied`: saved and published. `duplicate`: this cause was handled before; what it published is
 * published. `ignored`: `decide` returned undefined; nothing was saved.
 */
export type UpdateOutcome<S> =
  | { readonly outcome: 'applied'; readonly state: S; readonly events: readonly BatonEvent<unknown>[] }
  | { readonly outcome: 'duplicate'; readonly state: S; readonly events: readonly [] }
  | { readonly outcome: 'ignored'; readonly state: S | undefined; readonly events: readonly [] };

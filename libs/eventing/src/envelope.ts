/**
 * What is known of every event beside its data (CloudEvents 1.0 attributes and Baton's extensions).
 * Ids derive from cause, type and ordinal (`derivedId`), so a handler that runs twice says the same thing twice.
 */
export interface EventMeta {
  readonly id: string;
  readonly type: string;
  /** `/baton/<service>`. */
  readonly source: string;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  /** Conversation id, or agent id on workforce topics; also the record key. */
  readonly subject: string;
  readonly tenantId: string;
  /** The id everything of one call shares: the conversation id. */
  readonly correlationId: string;
  /** The event that led to this one; absent on the first of a chain. */
  readonly causationId?: string;
  /** W3C trace context. */
  readonly traceparent?: string;
}

/** A decoded event. */
export interface BatonEvent<T> {
  readonly meta: EventMeta;
  readonly data: T;
}

/** One kind of event: its name, its home and how its data turns to bytes. `contracts` holds the catalogue of all of them. */
export interface EventType<T> {
  /** Full proto name, e.g. `baton.conversation.v1.TurnRecorded`; becomes `ce_type`. */
  readonly type: string;
  readonly topic: string;
  /** Proto JSON as UTF-8. */
  encode(data: T): Uint8Array;
  /** Strict inverse of `encode`; throws on anything else. */
  decode(value: Uint8Array): T;
}

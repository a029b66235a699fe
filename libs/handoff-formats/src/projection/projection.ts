/** Why something of the packet is not in an export. */
export type DropReason = 'no-place' | 'too-large' | 'shortened';

/** A part of the packet the receiver does not get. */
export interface Dropped {
  /** Where it is in the packet, e.g. `facts.tier`. */
  readonly path: string;
  /** The format has no place for it; it did not fit any more; only a part of it fitted. */
  readonly why: DropReason;
  /** UTF-8 bytes that are missing. */
  readonly bytes: number;
}

/** What a receiver gets, within its limits, and what it does not get. */
export interface Projection<Payload> {
  readonly payload: Payload;
  readonly dropped: readonly Dropped[];
}

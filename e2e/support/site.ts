/** A running Baton as its callers and agents reach it. */
export interface Site {
  /** Of the desk, `http://…`. */
  readonly url: string;
  /** The same, `ws://…`. */
  readonly webSocketUrl: string;
}

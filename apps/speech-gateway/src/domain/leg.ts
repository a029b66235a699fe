/** Where the caller is right now. A conversation moves from leg to leg and stays what it is. */
export interface Leg {
  /** 1 for the first; grows with every move. */
  readonly number: number;
  /**
   * The caller's address as the context store knows it, by reference; absent on a leg that holds a connection (a phone line, a web
   * chat). Addresses themselves are kept nowhere here.
   */
  readonly contactRef?: string;
  /** The address of ours they wrote to; empty: the tenant's usual one. */
  readonly ourAddress?: string;
  /** Of an e-mail: what it is about, and the message to answer. */
  readonly mail?: { readonly subject: string; readonly messageId: string };
}

/** The leg every call starts on unless told otherwise. */
export const firstLeg: Leg = { number: 1 };

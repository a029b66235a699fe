/** What an address wrote to us, and which conversations that became. */
export interface Thread {
  /** The conversation whose start command is known; messages of the address go on there while it lasts. */
  readonly current?: ThreadPlace;
  /** Messages taken in, newest last; at most `maxSeen`. */
  readonly seen: readonly { readonly messageId: string; readonly place: ThreadPlace }[];
}

/** A conversation, and the command that starts it: sent again it finds the conversation it started. */
export interface ThreadPlace {
  readonly conversationId: string;
  readonly startCommandId: string;
}

/** A message before it is known where it belongs. */
export interface Arrived {
  readonly messageId: string;
  /** Where it would begin. */
  readonly fresh: ThreadPlace;
  /** An e-mail: the messages it answers, newest last; it goes where they went, and begins anew without them. */
  readonly answers?: readonly string[];
}

/** A message that comes again after this many others is taken for a new one. */
export const maxSeen = 256;

/** Conversations a message might belong to, best first. */
export function candidates(thread: Thread | undefined, { messageId, answers }: Arrived): ThreadPlace[] {
  const seen = thread?.seen ?? [];
  const again = seen.find((known) => known.messageId === messageId);
  if (again) return [again.place];
  if (answers === undefined) return thread?.current ? [thread.current] : [];
  return [...answers].reverse().flatMap((answered) => {
    const known = seen.find((one) => one.messageId === answered);
    return known ? [known.place] : [];
  });
}

/** Puts a message where it belongs: where it went before, into a conversation that still lasts, or into a new one. */
export function place(
  thread: Thread | undefined,
  arrived: Arrived,
  lasts: (conversationId: string) => boolean,
): { readonly thread: Thread; readonly place: ThreadPlace } {
  const seen = thread?.seen ?? [];
  const again = seen.find(({ messageId }) => messageId === arrived.messageId);
  if (thread && again) return { thread, place: again.place };
  const found =
    candidates(thread, arrived).find(({ conversationId }) => lasts(conversationId)) ?? arrived.fresh;
  return {
    thread: {
      current: found,
      seen: [...seen, { messageId: arrived.messageId, place: found }].slice(-maxSeen),
    },
    place: found,
  };
}

/** What a caller hears is measured from here: they are owed a sign of life while somebody is being fetched, or thought about. */
export interface Heard {
  readonly phase: 'ringing' | 'bot' | 'waiting' | 'agent' | 'ended';
  readonly onHold: boolean;
  /** Who said the last turn; undefined where nobody did. */
  readonly lastSpeaker?: string;
  /** When the last message went out, ms. */
  readonly at: number;
}

/** No caller for whom somebody is being fetched is left without a sign for longer than this, ms; the bar is 5 s (DESIGN §5.8). */
export const signalEveryMs = 4_000;

/** Whether a sign of life is due. While caller and agent talk, silence is theirs; with the bot it is the caller's turn to speak. */
export function isSignalOwed({ phase, onHold, lastSpeaker, at }: Heard, now: number): boolean {
  const waits = phase === 'waiting' || (phase === 'agent' && onHold);
  const unanswered = phase === 'bot' && lastSpeaker === 'customer';
  return (waits || unanswered) && now - at >= signalEveryMs;
}

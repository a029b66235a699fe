import { BatonError } from '@baton/kernel';
import { EndReason, MessageLeft, Speaker } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Call } from './call.js';
import { endCall } from './end-call.js';
import type { Outcome } from './outcome.js';
import { inTurn, speak } from './speak.js';
import { announce } from './transfer.js';

/** What the caller wants passed on, already cleaned and redacted. */
export interface LeftMessage {
  readonly text: string;
  readonly redactedTypes: readonly string[];
  /** What they hear in return. */
  readonly thanks: string;
}

/** A caller who waits leaves a message, and the call is over. Throws `wrong-state` for one who does not wait. */
export function leaveMessage(conversationId: string, call: Call, message: LeftMessage, now: number): Outcome {
  if (call.phase !== 'waiting') {
    throw new BatonError('wrong-state', 'A message can be left while nobody has come to the phone yet.');
  }
  const { text, redactedTypes, thanks } = message;
  const { handoffId = '', language } = call;
  return inTurn(
    call,
    (current) =>
      speak(conversationId, current, {
        speaker: Speaker.SPEAKER_CUSTOMER,
        text,
        redactedTypes,
        language,
        now,
      }),
    (current) => ({
      call: current,
      events: [draft(MessageLeft, conversationId, { handoffId, text, language })],
    }),
    (current) => announce(conversationId, current, thanks, language, now),
    (current) => endCall(conversationId, current, EndReason.END_REASON_MESSAGE_LEFT, now)!,
  );
}

import { BatonError } from '@baton/kernel';
import { BotMode, BotSpeechDropped, HumanRequested, Speaker } from '@baton/contracts';
import { draft } from '@baton/persistence';
import { maxOpenGates, type Call } from './call.js';
import type { Outcome } from './outcome.js';
import { speak } from './speak.js';

/** A final transcript, already cleaned and redacted. */
export interface HeardTurn {
  readonly speaker: Speaker;
  readonly text: string;
  readonly redactedTypes: readonly string[];
  readonly asrConfidence: number;
  readonly language: string;
  /** The caller asked for a person so plainly that the gateway itself hears it. */
  readonly keyed: boolean;
  readonly now: number;
}

/**
 * Adds what the customer said, or what an external bot said, to the call. What an external bot says while an agent holds the lease
 * is dropped, and that is recorded.
 * Throws `conversation-ended`; `invalid-argument` for a speaker that may not be recorded this way.
 */
export function recordTurn(conversationId: string, call: Call, heard: HeardTurn): Outcome {
  if (call.phase === 'ended')
    throw new BatonError('conversation-ended', 'The conversation is over; start a new one.');
  if (heard.speaker === Speaker.SPEAKER_CUSTOMER) return recordCustomerTurn(conversationId, call, heard);
  if (heard.speaker === Speaker.SPEAKER_BOT && call.botMode === BotMode.BOT_MODE_EXTERNAL) {
    return call.lease.holder === 'bot'
      ? speak(conversationId, call, heard)
      : dropBotTurn(conversationId, call);
  }
  throw new BatonError(
    'invalid-argument',
    'Only the customer, or an external bot, can be recorded; agents speak under their lease.',
  );
}

/** An external bot does not say which lease it speaks under: the last one it had. */
function dropBotTurn(conversationId: string, call: Call): Outcome {
  const { token } = call.lease;
  const dropped = { replyToTurnIndex: -1, leaseToken: token - 1, currentToken: token };
  return { call, events: [draft(BotSpeechDropped, conversationId, dropped)] };
}

function recordCustomerTurn(conversationId: string, call: Call, heard: HeardTurn): Outcome {
  const spoken = speak(conversationId, call, heard);
  const turnIndex = call.nextTurnIndex;
  const events = [...spoken.events];
  if (heard.keyed) events.push(draft(HumanRequested, conversationId, { turnIndex, how: 'keyed' }));
  if (call.phase !== 'bot') return { call: spoken.call, events };
  const gate = { turnIndex, leaseToken: call.lease.token };
  return { call: { ...spoken.call, gates: [...call.gates, gate].slice(-maxOpenGates) }, events };
}

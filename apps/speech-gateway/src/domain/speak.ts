import { Speaker, TurnRecorded } from '@baton/contracts';
import { numberAskedFor } from '@baton/language';
import { draft } from '@baton/persistence';
import type { Call } from './call.js';
import { withUnsent } from './delivery.js';
import type { Outcome } from './outcome.js';

/** What is said, beside the words. */
interface Said {
  readonly speaker: Speaker;
  readonly text: string;
  readonly language: string;
  readonly now: number;
  readonly asrConfidence?: number;
  readonly redactedTypes?: readonly string[];
  readonly agentId?: string;
  readonly replyToTurnIndex?: number;
}

/** Adds a turn to the call. The caller hears nothing that is not recorded here first. */
export function speak(conversationId: string, call: Call, said: Said): Outcome {
  const customerTurns = call.customerTurns + (said.speaker === Speaker.SPEAKER_CUSTOMER ? 1 : 0);
  const speaksUnderLease = said.speaker === Speaker.SPEAKER_BOT || said.speaker === Speaker.SPEAKER_AGENT;
  const turned = {
    ...call,
    ...(speaksUnderLease ? { asked: numberAskedFor(said.text) } : {}),
    nextTurnIndex: call.nextTurnIndex + 1,
    customerTurns,
    lastTurnAt: said.now,
    ...(said.speaker === Speaker.SPEAKER_CUSTOMER ? {} : { toldAt: said.now }),
  };
  return {
    call: withUnsent(turned, said.speaker, call.nextTurnIndex, said.text, said.now),
    events: [
      draft(TurnRecorded, conversationId, {
        turnIndex: call.nextTurnIndex,
        speaker: said.speaker,
        text: said.text,
        asrConfidence: said.asrConfidence ?? 1,
        redactedTypes: [...(said.redactedTypes ?? [])],
        atMs: said.now,
        leaseToken: speaksUnderLease ? call.lease.token : 0,
        agentId: said.agentId ?? '',
        replyToTurnIndex: said.replyToTurnIndex ?? -1,
        language: said.language,
        customerTurns,
        ...(call.hold === undefined ? {} : { onHold: true }),
      }),
    ],
  };
}

/** Several outcomes one after the other. */
export function inTurn(start: Call, ...steps: readonly ((call: Call) => Outcome)[]): Outcome {
  let call = start;
  const events: Outcome['events'][number][] = [];
  for (const step of steps) {
    const outcome = step(call);
    call = outcome.call;
    events.push(...outcome.events);
  }
  return { call, events };
}

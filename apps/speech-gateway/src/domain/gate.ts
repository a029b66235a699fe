import { BotMode, BotSpeechDropped, DecisionGateExpired, Speaker, Verdict } from '@baton/contracts';
import { draft } from '@baton/persistence';
import type { Call, Gate } from './call.js';
import type { Outcome } from './outcome.js';
import { speak } from './speak.js';

/** The bot's next sentence arrived. Spoken when the decision of its turn is there. */
export function replyArrived(
  conversationId: string,
  call: Call,
  reply: { readonly turnIndex: number; readonly text: string; readonly language: string },
  now: number,
): Outcome | undefined {
  const gate = call.gates.find(({ turnIndex }) => turnIndex === reply.turnIndex);
  if (!gate) return undefined;
  return release(
    conversationId,
    call,
    { ...gate, reply: { text: reply.text, language: reply.language, arrivedAt: now } },
    now,
  );
}

/** The decision about a turn arrived. */
export function decisionArrived(
  conversationId: string,
  call: Call,
  decision: {
    readonly turnIndex: number;
    readonly verdict: Verdict;
    readonly say: string;
    readonly language: string;
  },
  now: number,
): Outcome | undefined {
  const gate = call.gates.find(({ turnIndex }) => turnIndex === decision.turnIndex);
  if (!gate) return lateEscalation(conversationId, call, decision, now);
  const { verdict, say, language } = decision;
  return release(conversationId, call, { ...gate, verdict: { verdict, say, language } }, now);
}

/** The gate waited long enough: the bot speaks without the decision, and that is recorded. */
export function gateExpired(
  conversationId: string,
  call: Call,
  now: number,
  gateMs: number,
): Outcome | undefined {
  const gate = call.gates.find(({ reply, verdict }) => reply && !verdict && reply.arrivedAt + gateMs <= now);
  if (!gate?.reply) return undefined;
  const expired = draft(DecisionGateExpired, conversationId, {
    turnIndex: gate.turnIndex,
    waitedMs: now - gate.reply.arrivedAt,
  });
  const spoken = sayAsBot(
    conversationId,
    without(call, gate),
    gate,
    gate.reply.text,
    gate.reply.language,
    now,
  );
  return { call: spoken.call, events: [expired, ...spoken.events] };
}

function release(conversationId: string, call: Call, gate: Gate, now: number): Outcome {
  const waiting = {
    call: { ...call, gates: call.gates.map((open) => (open.turnIndex === gate.turnIndex ? gate : open)) },
    events: [],
  };
  if (!gate.verdict) return waiting;
  const { verdict, say, language } = gate.verdict;
  if (verdict === Verdict.VERDICT_ESCALATE)
    return escalate(conversationId, call, gate.turnIndex, say, language, now);
  // An external voice agent speaks for itself until it is time for a person.
  if (call.botMode === BotMode.BOT_MODE_EXTERNAL) return { call: without(call, gate), events: [] };
  if (verdict === Verdict.VERDICT_CLARIFY && say !== '')
    return sayAsBot(conversationId, without(call, gate), gate, say, language, now);
  if (!gate.reply) return waiting;
  const offered = verdict === Verdict.VERDICT_OFFER_HUMAN && say !== '' ? ` ${say}` : '';
  return sayAsBot(
    conversationId,
    without(call, gate),
    gate,
    gate.reply.text + offered,
    gate.reply.language,
    now,
  );
}

/** The bot spoke before the decision and the decision is to escalate: better late than never. */
function lateEscalation(
  conversationId: string,
  call: Call,
  decision: {
    readonly turnIndex: number;
    readonly verdict: Verdict;
    readonly say: string;
    readonly language: string;
  },
  now: number,
): Outcome | undefined {
  if (decision.verdict !== Verdict.VERDICT_ESCALATE || call.phase !== 'bot') return undefined;
  return escalate(conversationId, call, decision.turnIndex, decision.say, decision.language, now);
}

/** The bot says the pack's sentence and nothing more until somebody takes over. */
function escalate(
  conversationId: string,
  call: Call,
  turnIndex: number,
  say: string,
  language: string,
  now: number,
): Outcome {
  const waiting: Call = { ...call, phase: 'waiting', gates: [], language: language || call.language };
  if (call.phase !== 'bot' || say === '')
    return { call: { ...waiting, phase: call.phase === 'bot' ? 'waiting' : call.phase }, events: [] };
  const speaker =
    call.botMode === BotMode.BOT_MODE_EXTERNAL ? Speaker.SPEAKER_ANNOUNCEMENT : Speaker.SPEAKER_BOT;
  return speak(conversationId, waiting, { speaker, text: say, language, now, replyToTurnIndex: turnIndex });
}

/** Says it if the lease is still the one it was made under; else drops it and records that. */
function sayAsBot(
  conversationId: string,
  call: Call,
  gate: Gate,
  text: string,
  language: string,
  now: number,
): Outcome {
  if (call.lease.holder !== 'bot' || call.lease.token !== gate.leaseToken || call.phase !== 'bot') {
    const dropped = {
      replyToTurnIndex: gate.turnIndex,
      leaseToken: gate.leaseToken,
      currentToken: call.lease.token,
    };
    return { call, events: [draft(BotSpeechDropped, conversationId, dropped)] };
  }
  if (text === '') return { call, events: [] };
  const spoken: Call = { ...call, language };
  return speak(conversationId, spoken, {
    speaker: Speaker.SPEAKER_BOT,
    text,
    language,
    now,
    replyToTurnIndex: gate.turnIndex,
  });
}

function without(call: Call, gate: Gate): Call {
  return { ...call, gates: call.gates.filter(({ turnIndex }) => turnIndex !== gate.turnIndex) };
}

import { EscalationDecided, HumanOffered, TurnDecided } from '@baton/contracts';
import { draft, type EventDraft } from '@baton/persistence';
import { decide, type CompiledPolicy, type Decision, type Signals } from '@baton/policy';
import { asksOnlyForCallback } from '../handoff/asks-only-for-callback.js';
import { buildSignals } from './build-signals.js';
import {
  rememberDecision,
  rememberHalf,
  settle,
  type Conversation,
  type PendingTurn,
  type SoFar,
} from './conversation.js';
import { decisionMessage, type DecisionContext } from './decision-message.js';
import { decisionIdOf, handoffIdOf } from './ids.js';
import type { TurnPolicy } from './turn-policy.js';

/** What an input makes of a conversation. */
export interface ConversationOutcome {
  readonly conversation: Conversation;
  readonly events: readonly EventDraft<unknown>[];
}

/** Decides a turn with what is known of it. */
export function decideTurn(
  conversation: Conversation,
  turn: PendingTurn,
  turnPolicy: TurnPolicy,
  keyed = false,
): ConversationOutcome {
  const { conversationId } = conversation;
  const signals = buildSignals(conversation, turn, keyed);
  const { policy, decision } = decideUnder(turnPolicy, signals, keyed);
  const decisionId = decisionIdOf(conversationId, turn.turnIndex);
  const free = conversation.handoff === undefined && !conversation.ended;
  const escalates = decision.verdict === 'escalate' && free;
  const message = messageOf(decision, { decisionId, policy, signals, turnPolicy });
  const handoffId = handoffIdOf(decisionId);
  const offers = decision.verdict === 'offer-human' && free;
  const events = [
    draft(TurnDecided, conversationId, { decision: message }),
    ...(escalates ? [draft(EscalationDecided, conversationId, { decision: message, handoffId })] : []),
    ...(offers ? [draft(HumanOffered, conversationId, { decision: message })] : []),
  ];
  const { turnIndex, askedAt } = turn;
  const learned: Conversation = {
    ...rememberDecision(conversation, { turnIndex, verdict: decision.verdict, decisionId }),
    soFar: learn(signals),
    offersMade: conversation.offersMade + (offers ? 1 : 0),
    ...(escalates ? { handoff: { handoffId, turnIndex, askedAt }, lastHandoffId: handoffId } : {}),
  };
  // What the caller said after asking for a person needs no decision: nobody but that person will answer it.
  const overtaken = escalates ? laterThan(turnIndex, conversation.pending) : [];
  const remembered = escalates ? learned : rememberHalf(learned, turn);
  return { conversation: settle(remembered, [turnIndex, ...overtaken]), events };
}

/**
 * Decides a turn again that was decided without one of its halves, now that it is whole. Only fetching a person is worth doing late;
 * for anything less the moment has passed.
 */
export function correctDecision(
  conversation: Conversation,
  turn: PendingTurn,
  turnPolicy: TurnPolicy,
): ConversationOutcome {
  const { conversationId, decisions } = conversation;
  const { turnIndex, askedAt } = turn;
  const signals = buildSignals(conversation, turn, false);
  const policy = turnPolicy.compiled;
  const decision = decide(policy, signals);
  const isLast = decisions.at(-1)?.turnIndex === turnIndex;
  const wiser: Conversation = isLast ? { ...conversation, soFar: learn(signals) } : conversation;
  if (decision.verdict !== 'escalate') return { conversation: wiser, events: [] };
  const decisionId = decisionIdOf(conversationId, turnIndex, true);
  const message = messageOf(decision, { decisionId, policy, signals, turnPolicy });
  const handoffId = handoffIdOf(decisionId);
  const escalated: Conversation = {
    ...rememberDecision(wiser, { turnIndex, verdict: decision.verdict, decisionId }),
    handoff: { handoffId, turnIndex, askedAt },
    lastHandoffId: handoffId,
  };
  return {
    conversation: settle(escalated, laterThan(turnIndex, conversation.pending)),
    events: [
      draft(TurnDecided, conversationId, { decision: message }),
      draft(EscalationDecided, conversationId, { decision: message, handoffId }),
    ],
  };
}

function messageOf(
  decision: Decision,
  context: Pick<DecisionContext, 'decisionId' | 'policy' | 'signals'> & { readonly turnPolicy: TurnPolicy },
) {
  const { turnPolicy, ...made } = context;
  return decisionMessage(decision, {
    ...made,
    language: made.signals.language.code,
    languages: turnPolicy.languages,
    company: turnPolicy.company,
    silent: decision.verdict === 'escalate' && asksOnlyForCallback(decision.reasons),
  });
}

/** The decision, and the policy it was made by: the pack's, or Baton's own promise of the keyed zero where the pack would break it. */
export function decideUnder(
  turnPolicy: TurnPolicy,
  signals: Signals,
  keyed: boolean,
): { readonly policy: CompiledPolicy; readonly decision: Decision } {
  const policy = turnPolicy.compiled;
  const decision: Decision = decide(policy, signals);
  if (!keyed || decision.verdict === 'escalate') return { policy, decision };
  return { policy: turnPolicy.keyed, decision: decide(turnPolicy.keyed, signals) };
}

function laterThan(turnIndex: number, pending: readonly PendingTurn[]): number[] {
  return pending.map((turn) => turn.turnIndex).filter((index) => index > turnIndex);
}

function learn(signals: Signals): SoFar {
  const { turn, humanRequest, offers, misunderstanding, language, trajectory, customer } = signals;
  const { count, noInputs, lowAsr, repeats, corrections } = misunderstanding;
  return {
    language: language.code,
    languageSupported: language.supported,
    languageSwitched: language.switched,
    customerTurns: turn.customerTurns,
    humanRequests: humanRequest.count,
    offersMade: offers.made,
    offersDeclined: offers.declined,
    turnsSinceDecline: offers.turnsSinceDecline,
    misunderstood: { count, noInputs, lowAsr, repeats, corrections },
    trajectory: { ...trajectory },
    ...(customer.vulnerable ? { vulnerable: true } : {}),
  };
}

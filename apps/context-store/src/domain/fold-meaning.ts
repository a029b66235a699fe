import {
  BotAction,
  Verdict,
  type AssistUpdated,
  type BotReplied,
  type Decision,
  type SentimentScored,
  type TurnUnderstood,
} from '@baton/contracts';
import { actionsHeard } from './actions-heard.js';
import { maxTurns, type Action, type Conversation } from './conversation.js';

/** What the caller wants and in which language; and whether the bot's last action was of use to them. */
export function understood(conversation: Conversation, data: TurnUnderstood): Conversation {
  const { turnIndex, intent, language } = data;
  const intents =
    intent && intent.name !== '' && !conversation.intents.some((known) => known.turnIndex === turnIndex)
      ? [...conversation.intents, { turnIndex, intent: intent.name, confidence: intent.confidence }].slice(
          -maxTurns,
        )
      : conversation.intents;
  return {
    ...conversation,
    intents,
    language: language?.code && language.code !== 'und' ? language.code : conversation.language,
    actions: conversation.actions.map((action) =>
      action.result === 'open' && action.turnIndex < turnIndex
        ? { ...action, result: resultOf(action, data) }
        : action,
    ),
  };
}

/** What the caller's next turn says of an action: wrong, left for something else, or of use. */
function resultOf(
  { action, intent }: Action,
  { misunderstanding, intent: next }: TurnUnderstood,
): Action['result'] {
  const kind = misunderstanding?.kind;
  if (kind === 'correction' || kind === 'repeat') return 'rejected';
  const other = next !== undefined && next.name !== '' && next.name !== intent;
  const left = kind === 'topic-switch' || (other && action === BotAction.BOT_ACTION_ASKED_SLOT);
  return left ? 'left' : 'accepted';
}

export function scored(conversation: Conversation, data: SentimentScored): Conversation {
  const { turnIndex, affect } = data;
  if (!affect || conversation.sentiment.some((known) => known.turnIndex === turnIndex)) return conversation;
  const sentiment = [...conversation.sentiment, { turnIndex, affect }].sort(
    (a, b) => a.turnIndex - b.turnIndex,
  );
  return { ...conversation, sentiment: sentiment.slice(-maxTurns) };
}

export function replied(conversation: Conversation, data: BotReplied): Conversation {
  const { turnIndex, action, intent, slot, articleId, text } = data;
  if (conversation.actions.some((known) => known.turnIndex === turnIndex)) return conversation;
  const tried: Action = { turnIndex, unheard: text, action, intent, slot, articleId, result: 'open' };
  const actions = [...conversation.actions, tried].slice(-maxTurns);
  return { ...conversation, actions: actionsHeard(actions, conversation.turns) };
}

/** The escalation's decision stays, until there is another one: it is why the human is here. */
export function decided(conversation: Conversation, decision: Decision | undefined): Conversation {
  const known = conversation.decision;
  if (!decision) return conversation;
  const again =
    decision.verdict === Verdict.VERDICT_ESCALATE && decision.turnIndex > (known?.turnIndex ?? -1);
  if (known?.verdict === Verdict.VERDICT_ESCALATE && !again) return conversation;
  return { ...conversation, decision, verdict: verdictName(decision.verdict) };
}

/** `VERDICT_OFFER_HUMAN` is `offer-human` to people. */
function verdictName(verdict: Verdict): string {
  return verdict.replace('VERDICT_', '').toLowerCase().replaceAll('_', '-');
}

export function assisted(conversation: Conversation, data: AssistUpdated): Conversation {
  if ((conversation.assist?.revision ?? 0) >= data.revision) return conversation;
  const { revision, summary, openQuestion, suggestedFirstSentence, articles, guidance } = data;
  return {
    ...conversation,
    assist: { revision, summary, openQuestion, suggestedFirstSentence, articles, guidance },
  };
}

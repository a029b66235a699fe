import { BotMode, BotReplied, TurnUnderstood } from '@baton/contracts';
import { draft, type EventDraft } from '@baton/persistence';
import { understandTurn, type DialogueState } from '@baton/language';
import type { DialogState } from './dialog-state.js';
import { failuresOf } from './failure-counts.js';
import { answer } from './reply.js';
import { understand, type CustomerTurn, type Understanding } from './understand.js';

/** What CRM could say in time. */
export interface Facts {
  readonly facts: Readonly<Record<string, string>>;
  readonly unavailable: boolean;
}

/** Understands a customer turn and, where the bot holds the conversation, answers it. */
export function respond(
  conversationId: string,
  state: DialogState,
  turn: CustomerTurn,
  understanding: Understanding,
  facts: Facts,
): { state: DialogState; events: readonly EventDraft<unknown>[] } | undefined {
  if (turn.turnIndex <= state.lastTurn) return undefined;
  const understood = understand(state, turn, understanding);
  if (state.botMode !== BotMode.BOT_MODE_PACK || state.silent) {
    return { state: understood.state, events: [draft(TurnUnderstood, conversationId, understood.event)] };
  }
  const { reply, task, noMatch, failed } = answer(understood.state, understanding.pack, {
    text: turn.text,
    empty: understood.event.empty,
    intentName: understood.intentName,
    languageSupported: understood.event.language?.supported ?? true,
    facts: facts.facts,
    factsUnavailable: facts.unavailable,
  });
  const { misunderstood } = understood.event.misunderstanding!;
  const missed = noMatch && !misunderstood;
  const counted = missed
    ? countNoMatch(understood.state.memory)
    : { ...understood.state.memory, ...(misunderstood ? {} : { consecutive: 0 }) };
  const { state: memory } = understandTurn(
    counted,
    { speaker: 'bot', text: reply.text },
    { models: understanding.models, lang: reply.language },
  );
  const misunderstanding = {
    ...understood.event.misunderstanding!,
    ...(missed ? { misunderstood: true, kind: 'no-match' } : {}),
    ...failuresOf(counted),
  };
  const { task: _before, ...rest } = understood.state;
  return {
    state: {
      ...rest,
      memory: { ...memory, count: counted.count, consecutive: counted.consecutive, byKind: counted.byKind },
      ...(task ? { task } : {}),
    },
    events: [
      draft(TurnUnderstood, conversationId, { ...understood.event, misunderstanding, botFailed: failed }),
      draft(BotReplied, conversationId, { turnIndex: turn.turnIndex, ...reply }),
    ],
  };
}

/** Our own bot knows at once that it could not act, or that it could; nobody has to hear it say so first. */
function countNoMatch(memory: DialogueState): DialogueState {
  const [last, ...older] = memory.customer;
  return {
    ...memory,
    customer: last ? [{ ...last, failed: true }, ...older] : [],
    count: memory.count + 1,
    consecutive: memory.consecutive + 1,
    byKind: { ...memory.byKind, 'no-match': memory.byKind['no-match'] + 1 },
  };
}

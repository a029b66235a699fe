import { BotAction } from '@baton/contracts';
import { fillText, sentenceIn, type Intent, type Pack } from '@baton/packs';
import type { DialogState, Task } from './dialog-state.js';
import { failuresOf } from './failure-counts.js';
import { slotValue } from './slots.js';
import { smallTalkOf } from './small-talk.js';

/** The bot's next sentence, before the gateway decides whether the caller hears it. */
export interface Reply {
  readonly text: string;
  readonly language: string;
  readonly action: BotAction;
  readonly intent: string;
  readonly slot: string;
  readonly articleId: string;
}

/** What the bot makes of a turn. */
export interface Answer {
  readonly reply: Reply;
  /** What the bot is asking for now; absent where it is not. */
  readonly task?: Task;
  /** The bot could not act on the turn: a misunderstanding of kind `no-match`. */
  readonly noMatch: boolean;
  /** The bot needed a fact of the customer that nobody could give. */
  readonly failed: boolean;
}

/** What the bot answers with. */
export interface Heard {
  readonly text: string;
  readonly empty: boolean;
  /** The best intent, small talk included; `""` where out of scope. */
  readonly intentName: string;
  readonly languageSupported: boolean;
  /** What CRM knows, e.g. `balance`. */
  readonly facts: Readonly<Record<string, string>>;
  /** CRM could not be asked in time. */
  readonly factsUnavailable: boolean;
}

/** One step of the flow bot: a task goes on, or an intent begins one, or the bot repairs. */
export function answer(state: DialogState, pack: Pack, heard: Heard): Answer {
  const language = state.speaks;
  const say = (text: Readonly<Record<string, string>>) => sentenceIn(text, language, ...pack.languages);
  const escalating = (texts: Readonly<Record<string, readonly string[]>>, before: number) => {
    const list = texts[language] ?? texts[pack.languages[0]!] ?? [];
    return list[Math.min(before, list.length - 1)] ?? '';
  };
  const plain = (action: BotAction, text: string, more: Partial<Answer> = {}): Answer => ({
    reply: {
      text: fillText(text, companyOnly(pack)).text,
      language,
      action,
      intent: '',
      slot: '',
      articleId: '',
    },
    noMatch: false,
    failed: false,
    ...more,
  });
  const keepTask = state.task ? { task: state.task } : {};
  const { replies } = pack.bot;
  const failures = failuresOf(state.memory);

  if (heard.empty)
    return plain(
      BotAction.BOT_ACTION_ASKED_AGAIN,
      escalating(replies.noInput, Math.max(0, failures.noInputs - 1)),
      keepTask,
    );
  if (!heard.languageSupported)
    return plain(BotAction.BOT_ACTION_OTHER_LANGUAGE, say(replies.otherLanguage), keepTask);
  const talk = smallTalkOf(heard.intentName);
  if (talk === 'are_you_human')
    return plain(BotAction.BOT_ACTION_SAID_IT_IS_AI, say(replies.areYouHuman), keepTask);

  const intent = pack.bot.intents.find(({ name }) => name === heard.intentName);
  if (state.task && (!intent || intent.name === state.task.intent))
    return goOn(pack, state, state.task, heard, language);
  if (talk === 'thanks') return plain(BotAction.BOT_ACTION_SMALL_TALK, say(replies.thanks));
  if (talk === 'goodbye') return plain(BotAction.BOT_ACTION_SMALL_TALK, say(replies.goodbye));
  if (talk === 'greeting') return plain(BotAction.BOT_ACTION_GREETED, say(pack.bot.greeting));
  if (!intent) {
    const text = escalating(replies.notUnderstood, failures.consecutive);
    return plain(BotAction.BOT_ACTION_ASKED_AGAIN, text, { noMatch: true });
  }
  return begin(
    pack,
    intent,
    { intent: intent.name, values: learnedFor(intent, state), asked: 0 },
    heard,
    language,
  );
}

/** What a human learned of this caller need not be asked for. */
function learnedFor(intent: Intent, { learned = {} }: DialogState): Task['values'] {
  const known = intent.slots.flatMap(({ name }) =>
    learned[name] === undefined ? [] : [[name, learned[name]] as const],
  );
  return Object.fromEntries(known);
}

function goOn(pack: Pack, state: DialogState, task: Task, heard: Heard, language: string): Answer {
  const intent = pack.bot.intents.find(({ name }) => name === task.intent);
  const slot = intent?.slots.find(({ name }) => task.values[name] === undefined);
  if (!intent || !slot) return answer(withoutTask(state), pack, heard);
  const value = slotValue(slot, heard.text, language);
  if (value === undefined) {
    const text = sentenceIn(slot.ask, language, ...pack.languages);
    return {
      reply: {
        text,
        language,
        action: BotAction.BOT_ACTION_ASKED_AGAIN,
        intent: intent.name,
        slot: slot.name,
        articleId: '',
      },
      task: { ...task, asked: task.asked + 1 },
      noMatch: true,
      failed: false,
    };
  }
  return begin(
    pack,
    intent,
    { ...task, values: { ...task.values, [slot.name]: value }, asked: 0 },
    heard,
    language,
  );
}

/** Asks for the next thing that is missing, or answers. */
function begin(pack: Pack, intent: Intent, task: Task, heard: Heard, language: string): Answer {
  const missing = intent.slots.find(({ name }) => task.values[name] === undefined);
  const sentence = missing ? missing.ask : intent.reply;
  const { text, missing: unknown } = fillText(sentenceIn(sentence, language, ...pack.languages), (name) =>
    name.startsWith('customer.')
      ? heard.facts[name.slice('customer.'.length)]
      : (task.values[name] ?? companyOnly(pack)(name)),
  );
  if (unknown.length > 0) return cannotSay(pack, intent, language, heard.factsUnavailable);
  return {
    reply: {
      text,
      language,
      action: missing ? BotAction.BOT_ACTION_ASKED_SLOT : BotAction.BOT_ACTION_ANSWERED,
      intent: intent.name,
      slot: missing?.name ?? '',
      articleId: missing ? '' : (intent.article ?? ''),
    },
    ...(missing ? { task } : {}),
    noMatch: false,
    failed: false,
  };
}

/** A fact is missing that the reply needs, because the caller is not known or CRM is away: say what can be said, and report it where CRM is to blame. */
function cannotSay(pack: Pack, intent: Intent, language: string, failed: boolean): Answer {
  const article = pack.articles.find(({ id }) => id === intent.article);
  const again = pack.bot.replies.notUnderstood[language] ?? [];
  return {
    reply: {
      text: (article?.language === language ? article.lead : '') || again.at(-1) || '',
      language,
      action: BotAction.BOT_ACTION_ANSWERED,
      intent: intent.name,
      slot: '',
      articleId: article?.id ?? '',
    },
    noMatch: false,
    failed,
  };
}

function companyOnly(pack: Pack): (name: string) => string | undefined {
  return (name) => (name === 'company' ? pack.bot.company : undefined);
}

function withoutTask(state: DialogState): DialogState {
  const { task: _done, ...rest } = state;
  return rest;
}

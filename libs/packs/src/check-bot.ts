import type { BotConfig } from './bot-schema.js';
import { botSchema } from './bot-schema.js';
import { checkReferences, checkUnique } from './check-names.js';
import type { KnownPlaceholders } from './check-texts.js';
import { checkTexts } from './check-texts.js';
import type { FaultPath, FoundFault } from './fault.js';
import { member } from './member.js';

/** What other files of the pack offer to `bot.yaml`. */
export interface BotContext {
  readonly languages: readonly string[];
  readonly articles: readonly string[] | undefined;
  /** `customer.…` names, or undefined where only the CRM knows them. */
  readonly facts: readonly string[] | undefined;
}

/** Faults in the wording, right shape or not. */
export function checkBotTexts(value: unknown, context: BotContext): FoundFault[] {
  return checkTexts(botSchema, value, context.languages, (path) => botPlaceholders(value, path, context));
}

/** Faults that only show once the shape is right. */
export function checkBot(bot: BotConfig, context: BotContext): FoundFault[] {
  const intents = bot.intents.map((intent, index) => ({
    name: intent.name,
    path: ['intents', index, 'name'],
  }));
  const articles = bot.intents.flatMap(({ article }, index) =>
    article === undefined ? [] : [{ name: article, path: ['intents', index, 'article'] }],
  );
  return [
    ...checkUnique(
      bot.languages.map((name, index) => ({ name, path: ['languages', index] })),
      'language',
    ),
    ...checkUnique(intents, 'intent'),
    ...checkReferences(articles, context.articles, 'article'),
    ...bot.intents.flatMap(({ slots }, intent) => [
      ...checkUnique(
        slots.map(({ name }, slot) => ({ name, path: ['intents', intent, 'slots', slot, 'name'] })),
        'slot',
      ),
      ...slots.flatMap(({ kind, length }, slot) =>
        length !== undefined && kind !== 'digits'
          ? [
              {
                path: ['intents', intent, 'slots', slot, 'length'],
                message: `a slot of kind ${kind} has no length`,
                instead: 'kind: digits, or no length',
              },
            ]
          : [],
      ),
    ]),
    ...sharedExamples(bot),
  ];
}

/** The same phrase for two wishes teaches the classifier nothing but doubt. */
function sharedExamples(bot: BotConfig): FoundFault[] {
  const owners = new Map<string, string>();
  const faults: FoundFault[] = [];
  for (const [index, intent] of bot.intents.entries()) {
    for (const [language, phrases] of Object.entries(intent.examples)) {
      for (const [position, phrase] of phrases.entries()) {
        const key = `${language} ${phrase
          .normalize('NFC')
          .toLowerCase()
          .replace(/[\s\p{P}]+/gu, ' ')
          .trim()}`;
        const owner = owners.get(key);
        owners.set(key, owner ?? intent.name);
        if (owner === undefined) continue;
        const path = ['intents', index, 'examples', language, position];
        faults.push({ path, message: `is already an example of \`${owner}\``, instead: 'another phrase' });
      }
    }
  }
  return faults;
}

function botPlaceholders(value: unknown, path: FaultPath, context: BotContext): KnownPlaceholders {
  const own = ['company', ...slotsInScope(value, path)];
  if (context.facts === undefined) return { names: own, open: ['customer.'] };
  return { names: [...own, ...context.facts] };
}

/** A reply may use every slot of its intent, a question only those asked before it. */
function slotsInScope(value: unknown, path: FaultPath): string[] {
  const [list, intent, field, slot] = path;
  if (list !== 'intents' || typeof intent !== 'number') return [];
  const slots = member(member(member(value, 'intents'), intent), 'slots');
  if (!Array.isArray(slots) || (field !== 'reply' && field !== 'slots')) return [];
  const upTo = field === 'slots' && typeof slot === 'number' ? slot : slots.length;
  return slots.slice(0, upTo).map((each) => String(member(each, 'name')));
}

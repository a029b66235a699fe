import type { IntentExamples } from '@baton/language';
import type { Pack } from '@baton/packs';
import { smallTalk, smallTalkPrefix } from '../domain/small-talk.js';

/** What a pack's intent model is trained from: its intents, and small talk in its languages. */
export function trainingPhrases(pack: Pack): IntentExamples[] {
  const own: IntentExamples[] = pack.bot.intents.map(({ name, examples }) => ({ name, examples }));
  const shared: IntentExamples[] = Object.entries(smallTalk).map(([name, examples]) => ({
    name: `${smallTalkPrefix}${name}`,
    examples: Object.fromEntries(
      Object.entries(examples).filter(([language]) => pack.languages.includes(language)),
    ) as Record<string, string[]>,
  }));
  return [...own, ...shared];
}

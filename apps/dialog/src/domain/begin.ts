import type { BotMode } from '@baton/contracts';
import { NEW_DIALOGUE, startLanguage } from '@baton/language';
import type { Pack } from '@baton/packs';
import type { DialogState } from './dialog-state.js';

/** A conversation nobody has said anything in yet. */
export function beginDialog(
  pack: Pack,
  started: { readonly botMode: BotMode; readonly language: string; readonly customerId: string },
): DialogState {
  const language = started.language.split('-')[0] || pack.languages[0]!;
  return {
    packSha256: pack.sha256,
    botMode: started.botMode,
    customerId: started.customerId,
    startedIn: language,
    language: startLanguage(language),
    speaks: pack.languages.includes(language) ? language : pack.languages[0]!,
    intents: {},
    memory: NEW_DIALOGUE,
    humanRequests: 0,
    offers: { made: 0, declined: 0, open: false, turnsSinceDecline: -1 },
    silent: false,
    lastTurn: -1,
  };
}

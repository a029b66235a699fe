import { resolve } from 'node:path';
import { BotMode } from '@baton/contracts';
import { loadModels } from '@baton/language';
import { loadPack, type Pack } from '@baton/packs';
import { beginDialog } from '../domain/begin.js';
import type { DialogState } from '../domain/dialog-state.js';
import type { CustomerTurn, Understanding } from '../domain/understand.js';
import { trainIntents } from '../intents/train-intents.js';

let loaded: Pack | undefined;
let trained: Understanding | undefined;

/** The bank that ships with Baton. */
export function bank(): Pack {
  if (loaded) return loaded;
  const pack = loadPack(resolve(import.meta.dirname, '../../../../packs/bank'));
  if (!pack.ok) throw new Error(pack.error.map(({ message }) => message).join('\n'));
  return (loaded = pack.value);
}

/** The models of Baton and the intents of the bank, trained once. */
export function bankUnderstanding(): Understanding {
  return (trained ??= { pack: bank(), models: loadModels(), intents: trainIntents(bank()) });
}

/** A dialog with the bank's bot in which nobody has said anything yet. */
export function newDialog(changes: Partial<DialogState> = {}): DialogState {
  const started = { botMode: BotMode.BOT_MODE_PACK, language: 'en', customerId: 'C-1' };
  return { ...beginDialog(bank(), started), ...changes };
}

/** What a customer said. */
export function turn(text: string, turnIndex = 3, changes: Partial<CustomerTurn> = {}): CustomerTurn {
  return { turnIndex, text, asrConfidence: 0.95, redactedTypes: [], customerTurns: 1, ...changes };
}

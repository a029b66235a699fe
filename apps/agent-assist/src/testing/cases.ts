import { resolve } from 'node:path';
import { loadPack, type Pack } from '@baton/packs';
import { newAssist, type AssistState, type AssistTurn } from '../domain/assist-state.js';

let loaded: Pack | undefined;

/** The bank that ships with Baton. */
export function bank(): Pack {
  if (loaded) return loaded;
  const pack = loadPack(resolve(import.meta.dirname, '../../../../packs/bank'));
  if (!pack.ok) throw new Error(pack.error.map(({ message }) => message).join('\n'));
  return (loaded = pack.value);
}

/** A conversation in English the assistant listens to. */
export function assist(changes: Partial<AssistState> = {}): AssistState {
  return { ...newAssist('f'.repeat(64), 'en'), ...changes };
}

/** Turns written as `who: words`, numbered from 0. */
export function turnsOf(...lines: readonly string[]): AssistTurn[] {
  return lines.map((line, turnIndex) => {
    const at = line.indexOf(': ');
    return {
      turnIndex,
      speaker: line.slice(0, at) as AssistTurn['speaker'],
      text: line.slice(at + 2),
      intent: '',
    };
  });
}

import { maxLearned, type DialogState } from './dialog-state.js';

/** A human gives the caller back: the bot goes on, and does not ask for what the human learned. */
export function giveBack(state: DialogState, slots: Readonly<Record<string, string>>): DialogState {
  const { task, ...rest } = state;
  const learned = Object.fromEntries(Object.entries({ ...state.learned, ...slots }).slice(-maxLearned));
  const going = task && { ...task, values: { ...slots, ...task.values } };
  return { ...rest, ...(going ? { task: going } : {}), learned, silent: false };
}

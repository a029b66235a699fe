import type { DialogueState } from '@baton/language';

/** What is remembered to notice repeats, corrections and loops: hashes, never words. */
export type Memory = DialogueState;

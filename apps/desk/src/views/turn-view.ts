import type { TurnRecorded } from '@baton/contracts';
import { speakerName } from './names.js';

/** A turn as it is pushed while people talk. */
export function turnView(turn: TurnRecorded) {
  return {
    index: turn.turnIndex,
    speaker: speakerName(turn.speaker),
    text: turn.text,
    at: turn.atMs,
    language: turn.language,
    agentId: turn.agentId,
  };
}

export type TurnView = ReturnType<typeof turnView>;

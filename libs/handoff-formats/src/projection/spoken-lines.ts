import type { HandoffPacket } from '../packet/handoff-packet.js';

/** The transcript as people read it, a line a turn; turns without words are left out. */
export function spokenLines(turns: HandoffPacket['transcript']['turns']): string[] {
  return turns.filter(({ text }) => text !== '').map(({ speaker, text }) => `${speaker}: ${text}`);
}

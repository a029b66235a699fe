import { cardFree } from '../packet/card-free.js';
import type { HandoffPacket } from '../packet/handoff-packet.js';
import { clip } from '../text/clip.js';
import { fitItems } from './fit-items.js';
import { flatItems } from './flat-items.js';
import { jsonBytes, memberBytes } from './json-cost.js';
import { noPlace } from './no-place.js';
import type { Projection } from './projection.js';

/** What Google's Dialogflow CX and conversational agents take of a handoff. */
export interface GoogleHandoff {
  /** A response message; its metadata has no form of its own. */
  readonly liveAgentHandoff: { readonly metadata: Readonly<Record<string, string>> };
  /** Parameters of the tool `end_session`. */
  readonly endSession: {
    readonly reason: string;
    readonly session_escalated: true;
    readonly params: {
      readonly ESCALATION_MESSAGE: string;
      readonly LIVE_AGENT_HANDOFF: { readonly endSession: false };
    };
  };
}

/** Google publishes no limit for the metadata; bytes of JSON we hold ourselves to. */
export const googleLimit = 16_384;
const messageChars = 1_000;

/** `LiveAgentHandoff.metadata` and the parameters of `end_session`. */
export function toGoogle(packet: HandoffPacket): Projection<GoogleHandoff> {
  const seen = cardFree(packet);
  const endSession = {
    reason: clip(seen.decision?.reasons.join(',') ?? '', messageChars, (text) => text.length),
    session_escalated: true as const,
    params: {
      ESCALATION_MESSAGE: clip(seen.summary, messageChars, (text) => text.length),
      LIVE_AGENT_HANDOFF: { endSession: false as const },
    },
  };
  const empty = { liveAgentHandoff: { metadata: {} }, endSession };
  const { entries, dropped } = fitItems(flatItems(seen), {
    total: googleLimit - jsonBytes(empty),
    cost: memberBytes,
  });
  return {
    payload: { liveAgentHandoff: { metadata: Object.fromEntries(entries) }, endSession },
    dropped: [...dropped, ...noPlace(seen, 'attachments')],
  };
}

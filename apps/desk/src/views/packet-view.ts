import { priorityName, verdictName } from '@baton/client';
import type { Decision, Packet } from '@baton/contracts';
import { channelName, speakerName } from './names.js';

/** The handoff packet as the pages get it. */
export function packetView(packet: Packet) {
  return {
    ...packet,
    channel: channelName(packet.channel),
    channels: packet.channels.map(channelName),
    previousContacts: packet.previousContacts.map((contact) => ({
      ...contact,
      channels: contact.channels.map(channelName),
    })),
    decision: packet.decision && decisionView(packet.decision),
    transcript: packet.transcript.map((turn) => ({ ...turn, speaker: speakerName(turn.speaker) })),
  };
}

export type PacketView = ReturnType<typeof packetView>;

function decisionView(decision: Decision) {
  return {
    ...decision,
    priority: priorityName(decision.priority),
    verdict: verdictName(decision.verdict),
  };
}

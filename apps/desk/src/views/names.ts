import { type Channel, type EndReason, type HandoffKind, Presence, type Speaker } from '@baton/contracts';

/** `PRESENCE_WRAP_UP` is `wrap-up` to people. */
export function presenceName(presence: Presence): string {
  return shortName(presence, 'PRESENCE_');
}

/** `SPEAKER_CUSTOMER` is `customer`. */
export function speakerName(speaker: Speaker): string {
  return shortName(speaker, 'SPEAKER_');
}

/** `CHANNEL_PHONE` is `phone`. */
export function channelName(channel: Channel): string {
  return shortName(channel, 'CHANNEL_');
}

/** `END_REASON_CALLER_HUNG_UP` is `caller-hung-up`. */
export function endReasonName(reason: EndReason): string {
  return shortName(reason, 'END_REASON_');
}

/** `HANDOFF_KIND_CONSULT` is `consult`. */
export function kindName(kind: HandoffKind): string {
  return shortName(kind, 'HANDOFF_KIND_');
}

/** The presences an agent may ask for, by the names people use. */
export const presenceByName = {
  available: Presence.PRESENCE_AVAILABLE,
  busy: Presence.PRESENCE_BUSY,
  break: Presence.PRESENCE_BREAK,
  'wrap-up': Presence.PRESENCE_WRAP_UP,
  offline: Presence.PRESENCE_OFFLINE,
} as const;

function shortName(name: string, prefix: string): string {
  return name.replace(prefix, '').toLowerCase().replaceAll('_', '-');
}

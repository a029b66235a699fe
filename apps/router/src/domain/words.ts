import { Channel, Presence, Priority, Verdict } from '@baton/contracts';
import type { Priority as PolicyPriority, Verdict as PolicyVerdict } from '@baton/policy';

/** Channels as policies and packs name them. */
export type ChannelWord = 'phone' | 'chat' | 'whatsapp' | 'sms' | 'email';

/** Whether an agent can be offered work, in words. */
export type PresenceWord = 'available' | 'busy' | 'break' | 'wrap-up' | 'offline';

const channels: Readonly<Record<string, ChannelWord>> = {
  [Channel.CHANNEL_PHONE]: 'phone',
  [Channel.CHANNEL_CHAT]: 'chat',
  [Channel.CHANNEL_WHATSAPP]: 'whatsapp',
  [Channel.CHANNEL_SMS]: 'sms',
  [Channel.CHANNEL_EMAIL]: 'email',
};

const priorities: Readonly<Record<PolicyPriority, Priority>> = {
  low: Priority.PRIORITY_LOW,
  normal: Priority.PRIORITY_NORMAL,
  high: Priority.PRIORITY_HIGH,
  urgent: Priority.PRIORITY_URGENT,
};

const verdicts: Readonly<Record<PolicyVerdict, Verdict>> = {
  continue: Verdict.VERDICT_CONTINUE,
  clarify: Verdict.VERDICT_CLARIFY,
  'offer-human': Verdict.VERDICT_OFFER_HUMAN,
  escalate: Verdict.VERDICT_ESCALATE,
};

const presences: Readonly<Record<PresenceWord, Presence>> = {
  available: Presence.PRESENCE_AVAILABLE,
  busy: Presence.PRESENCE_BUSY,
  break: Presence.PRESENCE_BREAK,
  'wrap-up': Presence.PRESENCE_WRAP_UP,
  offline: Presence.PRESENCE_OFFLINE,
};

/** A channel nobody named counts as a phone: the one where silence hurts most. */
export function channelWord(channel: Channel): ChannelWord {
  return channels[channel] ?? 'phone';
}

/** The channel of that name; undefined where there is none. */
export function channelMessage(word: string | undefined): Channel | undefined {
  const found = Object.entries(channels).find(([, name]) => name === word);
  return found && (found[0] as Channel);
}

export function priorityMessage(priority: PolicyPriority): Priority {
  return priorities[priority];
}

export function priorityWord(priority: Priority): PolicyPriority {
  const found = Object.entries(priorities).find(([, message]) => message === priority);
  return (found?.[0] as PolicyPriority | undefined) ?? 'normal';
}

export function verdictMessage(verdict: PolicyVerdict): Verdict {
  return verdicts[verdict];
}

export function presenceMessage(presence: PresenceWord): Presence {
  return presences[presence];
}

/** BCP-47 primary tag, lower case. */
export function primaryTag(language: string): string {
  const dash = language.indexOf('-');
  return (dash < 0 ? language : language.slice(0, dash)).toLowerCase();
}

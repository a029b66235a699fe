import type { ConversationSummary } from '@baton/contracts';
import { channelName } from './names.js';

/** One line of the list of conversations as the pages get it. */
export function conversationView(summary: ConversationSummary) {
  return { ...summary, channel: channelName(summary.channel) };
}

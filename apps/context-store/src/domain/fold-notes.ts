import { HandoffKind, type HandoffReturnedToBot, type TransferRequested } from '@baton/contracts';
import { maxNotes, type AgentNote, type Conversation } from './conversation.js';

/** An agent passed the caller on, or asked a colleague: what they wrote is for whoever comes next. */
export function passedOn(conversation: Conversation, data: TransferRequested): Conversation {
  const { agentId, nextHandoffId: handoffId, note: text } = data;
  const occasion = data.kind === HandoffKind.HANDOFF_KIND_CONSULT ? 'consult' : 'transfer';
  return noted(conversation, { agentId, handoffId, occasion, text, slots: {} });
}

/** An agent gave the caller back to the bot, with what they learned. */
export function returned(conversation: Conversation, data: HandoffReturnedToBot): Conversation {
  const { agentId, handoffId, note: text = '', slots } = data;
  return noted(conversation, { agentId, handoffId, occasion: 'returned-to-bot', text, slots: { ...slots } });
}

/** The same event twice is one note. */
function noted(conversation: Conversation, note: AgentNote): Conversation {
  const notes = conversation.notes ?? [];
  const empty = note.text === '' && Object.keys(note.slots).length === 0;
  const known = notes.some(
    ({ handoffId, occasion }) => handoffId === note.handoffId && occasion === note.occasion,
  );
  return empty || known ? conversation : { ...conversation, notes: [...notes, note].slice(-maxNotes) };
}

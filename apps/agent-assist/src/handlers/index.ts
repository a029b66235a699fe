import {
  ConversationEnded,
  ConversationStarted,
  EscalationDecided,
  TurnRecorded,
  TurnUnderstood,
} from '@baton/contracts';
import { hearBeginning, hearMeaning, hearTurn } from '../domain/heard-so-far.js';
import { assistHandler } from './assist-handler.js';

/** What the assistant learns from. */
export const assistHandlers = [
  assistHandler(ConversationStarted, (assists, { meta, data }) =>
    assists.hear(meta, (heard) => hearBeginning(heard, data)),
  ),
  assistHandler(TurnRecorded, (assists, { meta, data }) =>
    assists.hear(meta, (heard) => hearTurn(heard, data)),
  ),
  assistHandler(TurnUnderstood, (assists, { meta, data }) =>
    assists.hear(meta, (heard) => hearMeaning(heard, data)),
  ),
  assistHandler(EscalationDecided, (assists, { meta, data }) => assists.escalate(meta, data.decision)),
  assistHandler(ConversationEnded, async (assists, { meta }) => assists.ended(meta.subject)),
];

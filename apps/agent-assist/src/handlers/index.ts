import { ConversationStarted, EscalationDecided, TurnRecorded, TurnUnderstood } from '@baton/contracts';
import { escalated, heard, understood } from '../domain/fold.js';
import { assistHandler } from './assist-handler.js';

/** What the assistant learns from. */
export const assistHandlers = [
  assistHandler(ConversationStarted, (state, { pack, language }) => ({
    ...state,
    packSha256: pack?.sha256 ?? '',
    language: state.language || (language.split('-')[0] ?? ''),
  })),
  assistHandler(TurnRecorded, heard),
  assistHandler(TurnUnderstood, understood),
  assistHandler(EscalationDecided, (state, { decision }) => escalated(state, decision)),
];

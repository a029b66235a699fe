import { defineEvent, type EventDefinition } from '../event-definition.js';
import {
  TurnUnderstood as TurnUnderstoodMessage,
  BotReplied as BotRepliedMessage,
} from '../gen/baton/dialog/v1/dialog_events.js';

const home = { topic: 'baton.dialog.v1', producer: 'dialog', key: 'conversation' } as const;

export interface TurnUnderstood extends TurnUnderstoodMessage {}
export const TurnUnderstood: EventDefinition<TurnUnderstood> = defineEvent(
  'baton.dialog.v1.TurnUnderstood',
  TurnUnderstoodMessage,
  {
    ...home,
    doc: 'What a customer turn means.',
  },
);

export interface BotReplied extends BotRepliedMessage {}
export const BotReplied: EventDefinition<BotReplied> = defineEvent(
  'baton.dialog.v1.BotReplied',
  BotRepliedMessage,
  {
    ...home,
    doc: 'The bot made its next sentence. Whether the caller hears it is decided by the gateway.',
  },
);

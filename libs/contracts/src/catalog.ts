import type { EventDefinition } from './event-definition.js';
import * as conversation from './events/conversation.js';
import * as dialog from './events/dialog.js';
import * as sentiment from './events/sentiment.js';
import * as decision from './events/decision.js';
import * as escalation from './events/escalation.js';
import * as handoff from './events/handoff.js';
import * as workforce from './events/workforce.js';
import * as context from './events/context.js';
import * as assist from './events/assist.js';
import * as audit from './events/audit.js';

/** Every event of Baton. An event that is not here does not exist: consumers send it to their dead letters. */
export const eventDefinitions: readonly EventDefinition<unknown>[] = [
  ...Object.values(conversation),
  ...Object.values(dialog),
  ...Object.values(sentiment),
  ...Object.values(decision),
  ...Object.values(escalation),
  ...Object.values(handoff),
  ...Object.values(workforce),
  ...Object.values(context),
  ...Object.values(assist),
  ...Object.values(audit),
];

/** Every topic, in the order of the catalogue. */
export const eventTopics: readonly string[] = [...new Set(eventDefinitions.map(({ topic }) => topic))];

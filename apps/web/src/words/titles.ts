import { humanise } from './format.js';

const reasons: Readonly<Record<string, string>> = {
  'human-request': 'Asked for a person',
  intent: 'Kept for people',
  'repeat-contact': 'Called before',
  vulnerability: 'Vulnerable customer',
  'legal-complaint': 'Legal complaint',
  'regulator-complaint': 'Regulator complaint',
  'data-rights': 'Data rights',
  'payment-card-data': 'Card data spoken',
  frustration: 'Frustration',
  misunderstanding: 'Not understood',
  language: 'Other language',
  supervisor: 'Taken over by a supervisor',
};

const verdicts: Readonly<Record<string, string>> = {
  continue: 'Bot goes on',
  clarify: 'Ask again',
  'offer-human': 'Offer a person',
  escalate: 'A person takes over',
};

const presences: Readonly<Record<string, string>> = {
  available: 'Available',
  busy: 'In a call',
  break: 'On a break',
  'wrap-up': 'Writing up',
  offline: 'Offline',
};

const endings: Readonly<Record<string, string>> = {
  'caller-hung-up': 'The caller hung up.',
  'agent-finished': 'The agent finished the conversation.',
  'completed-by-bot': 'The assistant settled it.',
  'callback-booked': 'A callback is booked.',
  'not-answered': 'Nobody answered.',
  'message-left': 'The caller left a message.',
  idle: 'Nobody said anything for a while.',
};

/** A reason code in plain words. */
export const reasonTitle = (code: string): string => reasons[code] ?? humanise(code);
/** A verdict in plain words. */
export const verdictTitle = (verdict: string): string => verdicts[verdict] ?? humanise(verdict);
/** A presence in plain words. */
export const presenceTitle = (presence: string): string => presences[presence] ?? humanise(presence);
/** Why a conversation ended, as a sentence. */
export const endingTitle = (reason: string): string =>
  endings[reason] ?? (reason ? `${humanise(reason)}.` : '');

/** Mantine colours by meaning. */
export const priorityColor = (priority: string): string =>
  ({ urgent: 'red', high: 'orange', normal: 'baton', low: 'gray' })[priority] ?? 'gray';
export const verdictColor = (verdict: string): string =>
  ({ escalate: 'red', 'offer-human': 'orange', clarify: 'yellow', continue: 'teal' })[verdict] ?? 'gray';
export const presenceColor = (presence: string): string =>
  ({ available: 'teal', busy: 'baton', 'wrap-up': 'violet', break: 'yellow', offline: 'gray' })[presence] ??
  'gray';

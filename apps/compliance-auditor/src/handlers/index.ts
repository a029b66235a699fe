import { ConsentRecordedHandler } from './consent-recorded.handler.js';
import { DisclosurePlayedHandler } from './disclosure-played.handler.js';
import { RecordEventsHandler } from './record-events.handler.js';

/** What the auditor does with events: log them all, and keep the ledger of consents. */
export const auditHandlers = [RecordEventsHandler, ConsentRecordedHandler, DisclosurePlayedHandler];

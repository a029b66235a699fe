import { FoldEventsHandler } from './fold-events.handler.js';

export const contextHandlers = [FoldEventsHandler];

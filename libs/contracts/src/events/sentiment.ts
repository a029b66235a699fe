import { defineEvent, type EventDefinition } from '../event-definition.js';
import { SentimentScored as SentimentScoredMessage } from '../gen/baton/sentiment/v1/sentiment_events.js';

const home = { topic: 'baton.sentiment.v1', producer: 'sentiment', key: 'conversation' } as const;

export interface SentimentScored extends SentimentScoredMessage {}
export const SentimentScored: EventDefinition<SentimentScored> = defineEvent(
  'baton.sentiment.v1.SentimentScored',
  SentimentScoredMessage,
  {
    ...home,
    doc: "How the customer feels in a turn, and how that has developed. From text only; never for an agent's turn.",
  },
);

import { SentimentServiceService } from '@baton/contracts';
import { defineService } from '@baton/service-kit';
import { sentimentHandlers } from './handlers/index.js';
import { SentimentModule } from './sentiment.module.js';

/** How the customer feels, turn by turn, from words alone. */
export const sentiment = defineService({
  name: 'sentiment',
  module: SentimentModule,
  grpc: { 'baton.sentiment.v1.SentimentService': SentimentServiceService },
  topics: ['baton.sentiment.v1'],
  handlers: sentimentHandlers,
});

import { Module } from '@nestjs/common';
import { openRepository, PLATFORM, type Platform } from '@baton/service-kit';
import type { SentimentState } from './domain/sentiment-state.js';
import { SentimentController } from './grpc/sentiment.controller.js';
import { sentimentHandlers } from './handlers/index.js';
import { SENTIMENT_REPOSITORY, Sentiments } from './sentiments.js';

@Module({
  controllers: [SentimentController],
  providers: [
    {
      provide: SENTIMENT_REPOSITORY,
      inject: [PLATFORM],
      useFactory: (platform: Platform) =>
        openRepository<SentimentState>(platform, { name: 'sentiment_sentiment' }),
    },
    Sentiments,
    ...sentimentHandlers,
  ],
})
export class SentimentModule {}

import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { BatonError } from '@baton/kernel';
import type { GetTrajectoryRequest, GetTrajectoryResponse } from '@baton/contracts';
import { Sentiments } from '../sentiments.js';

@Controller()
export class SentimentController {
  constructor(@Inject(Sentiments) private readonly sentiments: Sentiments) {}

  @GrpcMethod('SentimentService', 'GetTrajectory')
  async getTrajectory({ conversationId }: GetTrajectoryRequest): Promise<GetTrajectoryResponse> {
    const state = await this.sentiments.find(conversationId);
    if (!state) throw new BatonError('not-found', 'There is no such conversation.');
    return { scored: [...state.scored] };
  }
}

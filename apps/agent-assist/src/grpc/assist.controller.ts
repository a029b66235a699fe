import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { BatonError } from '@baton/kernel';
import type {
  GetAssistRequest,
  GetAssistResponse,
  SearchKnowledgeRequest,
  SearchKnowledgeResponse,
} from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { Assists } from '../assists.js';

@Controller()
export class AssistController {
  constructor(
    @Inject(Assists) private readonly assists: Assists,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @GrpcMethod('AssistService', 'GetAssist')
  async getAssist({ conversationId }: GetAssistRequest): Promise<GetAssistResponse> {
    const assist = await this.assists.helpOf(conversationId);
    if (!assist) throw new BatonError('not-found', 'There is no such conversation.');
    return { assist };
  }

  @GrpcMethod('AssistService', 'SearchKnowledge')
  searchKnowledge({ tenantId, query, limit }: SearchKnowledgeRequest): SearchKnowledgeResponse {
    const pack = this.platform.packs.current(tenantId);
    const search = this.assists.knowledge(pack);
    return {
      articles: search({
        words: query.slice(0, 1_000),
        language: pack.languages[0]!,
        limit: Math.min(20, limit || 5),
      }),
    };
  }
}

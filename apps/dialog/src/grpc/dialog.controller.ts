import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type { AnalyzeRequest, AnalyzeResponse } from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { analyze } from '../analyze.js';
import { UnderstandingOf } from '../understanding.js';

@Controller()
export class DialogController {
  constructor(
    @Inject(UnderstandingOf) private readonly understandings: UnderstandingOf,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  @GrpcMethod('DialogService', 'Analyze')
  async analyze({ tenantId, text, language }: AnalyzeRequest): Promise<AnalyzeResponse> {
    const understanding = await this.understandings.of(this.platform.packs.current(tenantId));
    return { analysisJson: JSON.stringify(analyze(text, language, understanding)) };
  }
}

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
  analyze({ tenantId, text, language }: AnalyzeRequest): AnalyzeResponse {
    const understanding = this.understandings.pack(this.platform.packs.current(tenantId));
    return { analysisJson: JSON.stringify(analyze(text, language, understanding)) };
  }
}

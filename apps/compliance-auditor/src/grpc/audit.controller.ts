import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type {
  GetCheckpointRequest,
  GetCheckpointResponse,
  GetConsentsRequest,
  GetConsentsResponse,
  GetTrailRequest,
  GetTrailResponse,
} from '@baton/contracts';
import { checkTenantName } from '../domain/tenant-name.js';
import { Consents } from '../store/consents.js';
import { Trail } from '../trail.js';

/** AuditService: what an auditor asks. */
@Controller()
export class AuditController {
  constructor(
    @Inject(Trail) private readonly trail: Trail,
    @Inject(Consents) private readonly consents: Consents,
  ) {}

  @GrpcMethod('AuditService', 'GetTrail')
  getTrail({ tenantId, conversationId }: GetTrailRequest): Promise<GetTrailResponse> {
    return this.trail.ofConversation(tenantId, conversationId);
  }

  @GrpcMethod('AuditService', 'GetCheckpoint')
  getCheckpoint({ tenantId }: GetCheckpointRequest): Promise<GetCheckpointResponse> {
    return this.trail.newestCheckpoint(tenantId);
  }

  @GrpcMethod('AuditService', 'GetConsents')
  async getConsents({ tenantId, conversationId }: GetConsentsRequest): Promise<GetConsentsResponse> {
    checkTenantName(tenantId);
    return { consents: [...(await this.consents.of(tenantId, conversationId))] };
  }
}

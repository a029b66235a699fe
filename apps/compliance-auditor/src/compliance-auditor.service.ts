import { AuditServiceService, CheckpointSigned } from '@baton/contracts';
import { defineService } from '@baton/service-kit';
import { ComplianceAuditorModule } from './compliance-auditor.module.js';
import { auditHandlers } from './handlers/index.js';

/** The log of every event that proves itself, and the ledger of consents. */
export const complianceAuditor = defineService({
  name: 'compliance-auditor',
  module: ComplianceAuditorModule,
  grpc: { 'baton.audit.v1.AuditService': AuditServiceService },
  topics: [CheckpointSigned.topic],
  background: true,
  handlers: auditHandlers,
});

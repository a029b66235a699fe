export { signingKey, type KeySettings } from './checkpoints/signing-key.js';
export { newestCheckpoint, type StoredCheckpoint } from './checkpoints/stored-checkpoint.js';
export { complianceAuditor } from './compliance-auditor.service.js';
export type { AuditEntry } from './domain/audit-entry.js';
export * from './offline/audit-report.js';
export { exportLog } from './offline/export-log.js';
export { formatReport } from './offline/format-report.js';
export { rootOfEntries } from './offline/root-of-entries.js';
export { verifyBundle, type VerifyOptions } from './offline/verify-bundle.js';
export { verifyDataFolder } from './offline/verify-data-folder.js';
export {
  auditBenchmark,
  type AuditBenchmarkOptions,
  type AuditBenchmarkResult,
} from './bench/audit-benchmark.js';
export type { EventProof } from './offline/event-proof.js';
export { proveEvent } from './offline/prove-event.js';
export { verifyEventProof } from './offline/verify-event-proof.js';

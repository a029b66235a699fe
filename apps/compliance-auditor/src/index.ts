export { complianceAuditor } from './compliance-auditor.service.js';

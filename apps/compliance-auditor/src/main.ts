import { complianceAuditor } from './compliance-auditor.service.js';
import { runAlone } from '@baton/service-kit';

void runAlone(complianceAuditor);

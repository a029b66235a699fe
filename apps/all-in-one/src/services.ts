import { agentAssist } from '@baton/agent-assist';
import { complianceAuditor } from '@baton/compliance-auditor';
import { contextStore } from '@baton/context-store';
import { desk } from '@baton/desk';
import { dialog } from '@baton/dialog';
import { router } from '@baton/router';
import { sentiment } from '@baton/sentiment';
import type { BatonService } from '@baton/service-kit';
import { speechGateway } from '@baton/speech-gateway';

/** The control plane without the pages. */
export const controlPlane: readonly BatonService[] = [
  contextStore,
  complianceAuditor,
  agentAssist,
  router,
  sentiment,
  dialog,
  speechGateway,
];

/** Every service of Baton, in the order they start. */
export const allServices: readonly BatonService[] = [...controlPlane, desk];

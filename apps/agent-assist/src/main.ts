import { agentAssist } from './agent-assist.service.js';
import { runAlone } from '@baton/service-kit';

void runAlone(agentAssist);

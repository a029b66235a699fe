import { speechGateway } from './speech-gateway.service.js';
import { runAlone } from '@baton/service-kit';

void runAlone(speechGateway);

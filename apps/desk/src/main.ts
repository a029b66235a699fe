import { desk } from './desk.service.js';
import { runAlone } from '@baton/service-kit';

void runAlone(desk);

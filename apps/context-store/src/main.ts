import { contextStore } from './context-store.service.js';
import { runAlone } from '@baton/service-kit';

void runAlone(contextStore);

import { router } from './router.service.js';
import { runAlone } from '@baton/service-kit';

void runAlone(router);

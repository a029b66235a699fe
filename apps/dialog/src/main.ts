import { dialog } from './dialog.service.js';
import { runAlone } from '@baton/service-kit';

void runAlone(dialog);

import { sentiment } from './sentiment.service.js';
import { runAlone } from '@baton/service-kit';

void runAlone(sentiment);

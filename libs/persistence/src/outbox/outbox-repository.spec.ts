import { openTemporaryStore, outboxContract } from '../testing/index.js';

outboxContract('The embedded store', () => openTemporaryStore());

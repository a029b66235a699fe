import { collectionContract, openTemporaryStore } from '../testing/index.js';

collectionContract('The embedded store', () => openTemporaryStore());

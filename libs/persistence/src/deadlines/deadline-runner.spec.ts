import { deadlineContract, openTemporaryStore } from '../testing/index.js';

deadlineContract('The embedded store', () => openTemporaryStore());

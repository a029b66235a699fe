export { dialog } from './dialog.service.js';
export { analyze } from './analyze.js';
export { cachedIntents, trainIntents } from './intents/train-intents.js';
export type { Understanding } from './domain/understand.js';

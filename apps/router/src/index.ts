export { router } from './router.service.js';
export { replayDecision, type ReplayedDecision } from './domain/deciding/replay-decision.js';

export { router } from './router.service.js';
export { replayDecision, type ReplayedDecision } from './domain/deciding/replay-decision.js';
export { decideUnder } from './domain/deciding/decide-turn.js';
export { turnPolicyOf, type TurnPolicy } from './domain/deciding/turn-policy.js';
export { decisionMessage, type DecisionContext } from './domain/deciding/decision-message.js';

export { router } from './router.service.js';
export { replayUnder, type ReplayedDecision } from './domain/deciding/replay-decision.js';
export { decideUnder } from './domain/deciding/decide-turn.js';
export { keyedRequestPolicy, turnPolicyOf, type TurnPolicy } from './domain/deciding/turn-policy.js';
export { decisionMessage, type DecisionContext } from './domain/deciding/decision-message.js';
export * from './bench/match-benchmark.js';
export * from './bench/played-floor.js';

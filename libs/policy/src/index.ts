export * from './compile-policy.js';
export type * from './compiled-policy.js';
export * from './condition.js';
export type { ConditionFault } from './condition-walk.js';
export { decide } from './decide.js';
export type * from './decision.js';
export * from './explain.js';
export * from './explain-in-full.js';
export { explainToCustomer } from './explain-to-customer.js';
export * from './smallest-change.js';
export * from './lint-policy.js';
export type * from './policy-fault.js';
export { DEFAULT_COOL_DOWN_TURNS } from './policy-head.js';
export type * from './policy-source.js';
export * from './reason-codes.js';
export * from './replay.js';
export type * from './signal-catalogue.js';
export {
  neutralSignals,
  SIGNAL_NAMES,
  type SignalName,
  SIGNALS,
  type Signals,
  type SignalValue,
} from './signals.js';
export * from './verdict.js';
export * from './what-would-change.js';
export * from './vocabulary.js';
export * from './routing/caller-facts.js';
export * from './routing/choose-queue.js';
export * from './routing/compile-routing.js';
export * from './routing/eligible.js';
export * from './routing/estimate-wait.js';
export * from './routing/head-start.js';
export * from './routing/lint-routing.js';
export * from './routing/next-opening.js';
export * from './routing/opening-hours.js';
export * from './routing/preference.js';
export * from './routing/rank.js';
export * from './routing/routing-fields.js';
export type * from './routing/routing-policy.js';
export * from './backtest/backtest-call.js';
export * from './backtest/backtest-report.js';
export * from './backtest/recorded-call.js';

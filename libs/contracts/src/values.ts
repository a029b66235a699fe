export * from './gen/baton/common/v1/values.js';
export {
  BotMode,
  ConsentState,
  Direction,
  DisclosureKind,
  EndReason,
  LeaseHolder,
  Participant,
} from './gen/baton/conversation/v1/conversation_events.js';
export { Decision, MatchedRule, Verdict } from './gen/baton/decision/v1/decision_events.js';
export {
  BotAction,
  HumanRequest,
  Intent,
  Language,
  Misunderstanding,
  Topic,
} from './gen/baton/dialog/v1/dialog_events.js';
export { Trajectory } from './gen/baton/sentiment/v1/sentiment_events.js';
export { SuggestedArticle } from './gen/baton/assist/v1/assist_events.js';
export {
  AgentPassedOver,
  Capacity,
  MatchExplanation,
  MatchPoints,
  Presence,
  Shift,
  ShiftWindow,
  WorkDone,
  Workplace,
} from './gen/baton/workforce/v1/workforce_events.js';
export {
  CallbackAttempt,
  HandoffKind,
  HandoffTimes,
  TransferOutcome,
} from './gen/baton/handoff/v1/handoff_events.js';

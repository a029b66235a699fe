export type { Article } from './article.js';
export type { BotConfig, Intent, Slot } from './bot-schema.js';
export type { CallScript, ScriptExpectation, ScriptTurn } from './call-script-schema.js';
export type { ComplianceConfig, Jurisdiction } from './compliance-schema.js';
export type { CrmConfig, CrmLookup } from './crm-schema.js';
export type { DemoAgent, DemoConfig, DemoCustomer } from './demo-schema.js';
export type { EscalationRule, EscalationSource, HardRule, SoftRule, Verdict } from './escalation-schema.js';
export type { PackFault } from './fault.js';
export { formatFaults } from './format-faults.js';
export { loadCallScript } from './load-call-script.js';
export type { LoadPackOptions } from './load-pack.js';
export { loadPack } from './load-pack.js';
export type { LoadedSimulation } from './load-simulation.js';
export { loadSimulation } from './load-simulation.js';
export { expectedCalls } from './check-simulation.js';
export type {
  DurationSource,
  PatienceSource,
  SimulatedAgents,
  SimulatedCalls,
  Simulation,
} from './simulation-schema.js';
export { channels, isReasonCode, priorities, reasonCodes, topics, vulnerabilityKinds } from './names.js';
export { nearestName } from './nearest.js';
export type { Pack } from './pack.js';
export { packSha256 } from './pack-sha256.js';
export type { PackFinding } from './place-findings.js';
export { missingCallerSentences, placeFindings } from './place-findings.js';
export type { FilledText } from './placeholders.js';
export { fillText, placeholdersIn } from './placeholders.js';
export { listPacks, resolvePackDir } from './resolve-pack-dir.js';
export type {
  CapacityConfig,
  OpeningHours,
  PrewarmConfig,
  QueueConfig,
  RoutingConfig,
  RoutingStep,
  WorkforceConfig,
} from './routing-schema.js';
export type { Text, Texts } from './text.js';
export { sentenceIn } from './text.js';
export type { ValidateEscalation, ValidateRouting } from './validate-escalation.js';
export type { PackWatch, WatchPackOptions } from './watch-pack.js';
export { watchPack } from './watch-pack.js';

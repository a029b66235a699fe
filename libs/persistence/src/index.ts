export type * from './collection.js';
export { openEmbeddedStore, type EmbeddedStoreOptions } from './embedded/embedded-store.js';
export { commandCause, eventCause, type Cause } from './outbox/cause.js';
export { draft, type Decision, type EventDraft, type UpdateOutcome } from './outbox/decision.js';
export { openOutboxRepository } from './outbox/open-outbox-repository.js';
export type * from './outbox/outbox-repository.js';
export { DeadlineRunner, type DeadlineRunnerOptions, type DueDeadline } from './deadlines/deadline-runner.js';
export { openMongoStore, type MongoStoreOptions } from './mongo/mongo-store.js';

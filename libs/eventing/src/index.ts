export * from './catalog.js';
export * from './decode-event.js';
export * from './embedded/embedded-bus.js';
export * from './encode-event.js';
export * from './envelope.js';
export * from './event-bus.js';
export * from './event-type.js';
export * from './logger.js';
export { currentCause, currentTraceparent } from './trace-context.js';

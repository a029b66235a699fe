export * from './event-bus.js';
export * from './event-type.js';
export * from './envelope.js';

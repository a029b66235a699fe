export * from './event-definition.js';
export * from './catalog.js';
export * from './events/index.js';
export * from './values.js';
export * from './services.js';

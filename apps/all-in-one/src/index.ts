export * from './data-lock.js';
export * from './history.js';
export * from './run-embedded.js';
export * from './seed.js';
export * from './services.js';

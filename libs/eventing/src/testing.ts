export * from './event-bus.contract.js';
export * from './failing-bus.js';
export * from './mortal-bus.js';

export * from './collection.contract.js';
export * from './faulty-store.js';
export * from './outbox.contract.js';
export * from './temporary-store.js';
export * from './deadline.contract.js';

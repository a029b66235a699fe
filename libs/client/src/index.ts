export * from './event-tail.js';
export * from './judge-script.js';
export * from './names.js';
export * from './play-script.js';
export type * from './played-script.js';

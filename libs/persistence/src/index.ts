export * from './collection.js';
export { openEmbeddedStore, type EmbeddedStoreOptions } from './embedded/embedded-store.js';

export * from './error-filter.js';
export * from './status.js';
export * from './trace-interceptor.js';
export * from './unary.js';

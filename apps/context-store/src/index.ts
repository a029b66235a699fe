export { contextStore } from './context-store.service.js';

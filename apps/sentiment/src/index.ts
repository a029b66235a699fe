export { sentiment } from './sentiment.service.js';

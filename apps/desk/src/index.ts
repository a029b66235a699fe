export { desk } from './desk.service.js';

export { contextStore } from './context-store.service.js';
export { readPacket } from './offline/read-packet.js';

export { agentAssist } from './agent-assist.service.js';

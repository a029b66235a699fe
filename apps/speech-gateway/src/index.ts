export { speechGateway } from './speech-gateway.service.js';

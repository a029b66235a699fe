export { dialog } from './dialog.service.js';

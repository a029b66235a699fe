export * from './gen/baton/conversation/v1/call_control_service.js';
export * from './gen/baton/dialog/v1/dialog_service.js';
export * from './gen/baton/sentiment/v1/sentiment_service.js';
export * from './gen/baton/handoff/v1/router_service.js';
export * from './gen/baton/workforce/v1/workforce_service.js';
export * from './gen/baton/context/v1/context_service.js';
export * from './gen/baton/assist/v1/assist_service.js';
export * from './gen/baton/audit/v1/audit_service.js';

/** Injection tokens of the router's repositories. */
export const CONVERSATION_REPOSITORY = Symbol('router.conversations');
export const HANDOFF_REPOSITORY = Symbol('router.handoffs');
export const AGENT_REPOSITORY = Symbol('router.agents');
export const CALLBACK_REPOSITORY = Symbol('router.callbacks');
export const MESSAGE_REPOSITORY = Symbol('router.messages');
export const POLICY_REPOSITORY = Symbol('router.policies');
export const ACQUAINTANCE_REPOSITORY = Symbol('router.acquaintances');
export const HANDLE_TIME_REPOSITORY = Symbol('router.handle-times');

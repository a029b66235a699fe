import { record, text } from '../api/wire.js';

const key = 'baton.call';

/** The call of this tab: after a reload or a restart of the server it goes on. Nothing about the customer is kept. */
export interface SavedCall {
  readonly conversationId: string;
  readonly tenant: string;
  readonly startedAtMs: number;
}

export function loadCall(): SavedCall | undefined {
  try {
    const saved = record(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
    const conversationId = text(saved['conversationId']);
    if (!conversationId) return undefined;
    return { conversationId, tenant: text(saved['tenant']), startedAtMs: Number(saved['startedAtMs']) || 0 };
  } catch {
    return undefined;
  }
}

export function saveCall(call: SavedCall | undefined): void {
  try {
    if (call) sessionStorage.setItem(key, JSON.stringify(call));
    else sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing: the call works, it only does not survive a reload.
  }
}

import { setTimeout as pause } from 'node:timers/promises';

/** Ids of what the audit log has of a conversation, asked of the desk until it no longer grows. */
export async function auditedIds(
  deskUrl: string,
  tenant: string,
  conversationId: string,
): Promise<readonly string[]> {
  const path = `${deskUrl}/api/audit/${encodeURIComponent(conversationId)}?tenant=${tenant}`;
  let before = -1;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const answer = await fetch(path).catch(() => undefined);
    const { entries } = ((await answer?.json().catch(() => ({}))) ?? {}) as {
      entries?: { eventId: string; type: string }[];
    };
    const ids = entries?.map(({ eventId }) => eventId) ?? [];
    if (answer?.ok && ids.length === before) return ids;
    before = answer?.ok ? ids.length : -1;
    await pause(attempt === 0 ? 50 : 250);
  }
  return [];
}

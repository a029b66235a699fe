import { CallControlServiceClient, ContextServiceClient } from '@baton/contracts';
import { EventTail, playScript } from '@baton/client';
import { unary } from '@baton/rpc';
import type { RunningServices } from '@baton/service-kit';

/** Plays the calls a pack names as its history, once, so that no page is empty on a first look. */
export async function seedHistory(running: RunningServices): Promise<void> {
  const gateway = running.peers.client('speech-gateway', CallControlServiceClient);
  const context = running.peers.client('context-store', ContextServiceClient);
  const tail = await EventTail.open(running.bus);
  try {
    for (const tenantId of running.packs.tenants()) {
      const { demo, scripts } = running.packs.current(tenantId);
      const { conversations } = await unary(context, context.listConversations, { tenantId, limit: 1 });
      if (!demo || conversations.length > 0) continue;
      for (const id of demo.history) {
        const script = scripts.find((candidate) => candidate.id === id);
        if (script) await playScript(script, { gateway, context, tail }, { tenantId, bot: 'pack' });
      }
    }
  } finally {
    await tail.close();
  }
}

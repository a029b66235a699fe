import { setTimeout as pause } from 'node:timers/promises';
import { BatonError } from '@baton/kernel';
import { ContextServiceClient, Speaker } from '@baton/contracts';
import { unary } from '@baton/rpc';
import type { Platform } from '@baton/service-kit';
import type { Call } from '../domain/call.js';
import type { GatewayMessage } from './caller-messages.js';

/** How long what is missing is asked for, ms, and how often. */
const patienceMs = 60_000;
const everyMs = 500;

/**
 * Tells a caller who comes back what was said before, from the context store. Resolves after a first look; what the context store
 * has not taken in yet, or cannot say because it is away, follows while `isListening`. `tell` hears each turn once.
 */
export async function tellHistory(
  platform: Platform,
  conversationId: string,
  call: Pick<Call, 'language' | 'nextTurnIndex'>,
  tell: (turn: GatewayMessage) => void,
  isListening: () => boolean,
): Promise<void> {
  const context = platform.peers.client('context-store', ContextServiceClient);
  const told = new Set<number>();
  const look = async (): Promise<boolean> => {
    try {
      const { packet } = await unary(context, context.getPacket, { conversationId });
      for (const { turnIndex: index, speaker, text, atMs: at } of packet?.transcript ?? []) {
        if (told.has(index)) continue;
        told.add(index);
        tell({ type: 'turn', index, speaker: speakerName(speaker), text, at, language: call.language });
      }
    } catch (thrown) {
      if (!(thrown instanceof BatonError)) throw thrown;
      platform.logger.warn(
        { code: thrown.code, conversationId },
        'the history of a call will be asked for again',
      );
    }
    return told.size >= call.nextTurnIndex;
  };
  if (await look()) return;
  const until = platform.clock.now() + patienceMs;
  const followUp = async () => {
    do await pause(everyMs, undefined, { ref: false });
    while (isListening() && platform.clock.now() < until && !(await look()));
  };
  followUp().catch((thrown: unknown) =>
    platform.logger.error({ err: thrown, conversationId }, 'a caller did not get all of the history'),
  );
}

function speakerName(speaker: Speaker): 'customer' | 'bot' | 'agent' | 'announcement' {
  if (speaker === Speaker.SPEAKER_CUSTOMER) return 'customer';
  if (speaker === Speaker.SPEAKER_BOT) return 'bot';
  return speaker === Speaker.SPEAKER_AGENT ? 'agent' : 'announcement';
}

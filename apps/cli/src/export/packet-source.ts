import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ContextServiceClient, type Packet } from '@baton/contracts';
import { BatonError } from '@baton/kernel';
import { openEmbeddedStore } from '@baton/persistence';
import { unary } from '@baton/rpc';
import { Peers } from '@baton/service-kit';
import { CliError } from '../cli-error.js';

/** The packet of a conversation from a data folder, also while Baton runs on it. Exit 2 where it is not there, 3 without a folder. */
export async function packetFromFolder(dataDir: string, conversationId: string): Promise<Packet> {
  const file = join(dataDir, 'store.db');
  if (!existsSync(file))
    throw new CliError(3, `${dataDir} holds no Baton data; name the data folder with --data or BATON_DATA`);
  const { readPacket } = await import('@baton/context-store');
  const store = await openEmbeddedStore({ file });
  const customerKeyFile = process.env['BATON_CUSTOMER_KEY_FILE'];
  try {
    const packet = await readPacket(
      store,
      { ...(customerKeyFile ? { customerKeyFile } : {}), store: 'embedded', dataDir },
      conversationId,
    );
    if (packet) return packet;
  } finally {
    await store.close();
  }
  throw new CliError(2, `no conversation ${conversationId} is recorded in ${dataDir}; see --data`);
}

/** The packet from a running context-store, `host:port` of its gRPC. Exit 2 where it is not there, 3 where nobody answers. */
export async function packetFromService(address: string, conversationId: string): Promise<Packet> {
  const peers = new Peers();
  peers.announce('context-store', address);
  try {
    const context = peers.client('context-store', ContextServiceClient);
    const { packet } = await unary(context, context.getPacket, { conversationId });
    if (packet) return packet;
  } catch (thrown) {
    if (!(thrown instanceof BatonError) || thrown.code !== 'not-found')
      throw new CliError(3, `${address} did not answer as a context-store; see --context`);
  } finally {
    peers.close();
  }
  throw new CliError(2, `no conversation ${conversationId} is known to ${address}`);
}

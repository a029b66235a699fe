import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { BatonError, derivedId } from '@baton/kernel';
import { Channel, ContextServiceClient, type CustomerRef } from '@baton/contracts';
import { commandCause } from '@baton/persistence';
import { unary } from '@baton/rpc';
import { openSecretKey, PLATFORM, type Platform } from '@baton/service-kit';
import type { Call } from '../domain/call.js';
import type { Leg } from '../domain/leg.js';
import { moveChannel } from '../domain/move-channel.js';
import {
  checkMoveLink,
  createMoveLink,
  linkLifeMs,
  readMoveLink,
  type MoveLink,
} from '../domain/move-link.js';
import { Calls } from '../store/calls.js';
import { Threads } from '../store/threads.js';
import { inCallTrace } from '../trace-call.js';

/** Where a conversation is to go on, and by whose right. */
export interface MoveRequest {
  readonly commandId: string;
  readonly channel: Channel;
  readonly leg: Omit<Leg, 'number'>;
  /** Without one, the contact point must be known to be the customer's. */
  readonly linkToken?: string;
  /** With a link it may be left out. */
  readonly conversationId?: string;
  /** Who writes from there, where somebody found out. */
  readonly customer?: CustomerRef;
}

const faults = {
  'link-invalid': 'The link is not valid for this conversation.',
  'link-expired': 'The link has expired; ask for a new one.',
  'link-used': 'The link was used before; ask for a new one.',
} as const;
const holdConnections: readonly Channel[] = [Channel.CHANNEL_PHONE, Channel.CHANNEL_CHAT];

/** Takes conversations from channel to channel, by a signed link or because the customer is known there. */
@Injectable()
export class ChannelMoves {
  readonly #key: Uint8Array;

  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Inject(Threads) private readonly threads: Threads,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {
    const { sessionKeyFile: file, store, dataDir } = platform.config;
    this.#key = openSecretKey({
      file,
      name: 'session.key',
      mayMake: store === 'embedded',
      dataDir,
      purpose: 'baton move links',
    });
  }

  /** A link for the conversation. The same command again makes a link that is good instead of the first, not beside it. */
  async createLink(
    commandId: string,
    conversationId: string,
  ): Promise<{ token: string; expiresAtMs: number }> {
    if (commandId === '') throw new BatonError('invalid-argument', 'command_id is missing.');
    const call = await this.#known(conversationId);
    if (call.phase === 'ended')
      throw new BatonError('conversation-ended', 'The conversation is over; start a new one.');
    const expiresAt = Math.floor((this.calls.now + linkLifeMs) / 1000);
    const nonce = createHash('sha256')
      .update(derivedId(commandId, 'move-link', 0))
      .digest('hex')
      .slice(0, 16);
    const token = createMoveLink(this.#key, { conversationId, expiresAt, nonce }, call.customerId ?? '');
    return { token, expiresAtMs: expiresAt * 1000 };
  }

  /** The conversation a link is good for now. Throws `link-invalid`, `link-expired`, `link-used`. Uses nothing up. */
  async check(token: string): Promise<{ conversationId: string; call: Call }> {
    const read = readMoveLink(token);
    const call = read.ok ? await this.calls.find(read.value.conversationId) : undefined;
    if (!read.ok || !call) throw new BatonError('link-invalid', faults['link-invalid']);
    this.#checked(token, call);
    return { conversationId: read.value.conversationId, call };
  }

  /** Resolves with the conversation and the number of the new leg; the same command again moves nothing twice. */
  async move(request: MoveRequest): Promise<{ conversationId: string; leg: number; call: Call }> {
    const { commandId, channel, leg, linkToken, customer } = request;
    if (commandId === '') throw new BatonError('invalid-argument', 'command_id is missing.');
    if (channel === Channel.CHANNEL_UNSPECIFIED || channel === Channel.UNRECOGNIZED)
      throw new BatonError('unknown-channel', 'There is no such channel.');
    if ((leg.contactRef === undefined) !== holdConnections.includes(channel))
      throw new BatonError(
        'invalid-argument',
        'A channel of messages needs a contact point, and no other has one.',
      );
    const read = linkToken === undefined ? undefined : readMoveLink(linkToken);
    const conversationId = read?.ok ? read.value.conversationId : (request.conversationId ?? '');
    if ((read && !read.ok) || (request.conversationId && request.conversationId !== conversationId))
      throw new BatonError('link-invalid', faults['link-invalid']);
    const call = await this.#known(conversationId);
    const recognised = linkToken === undefined ? await this.#recognise(call, leg.contactRef) : customer;
    const cause = commandCause({ commandId, tenantId: call.tenantId, correlationId: conversationId });
    const after = await inCallTrace('MoveChannel', call.traceparent, () =>
      this.calls.command(conversationId, cause, (current) => {
        const link = linkToken === undefined ? undefined : this.#checked(linkToken, current);
        return moveChannel(conversationId, current, {
          channel,
          leg,
          proof: link ? 'signed-link' : 'verified-identity',
          now: this.calls.now,
          ...(link ? { nonce: link.nonce } : {}),
          ...(recognised ? { customer: recognised } : {}),
        });
      }),
    );
    if (leg.contactRef !== undefined) {
      const place = { conversationId, startCommandId: '' };
      await this.threads.pointTo(call.tenantId, channel, leg.contactRef, place, commandId);
    }
    return { conversationId, leg: after.leg?.number ?? 1, call: after };
  }

  /** Throws `not-verified` unless the address is known to be that of the conversation's customer. */
  async #recognise(call: Call, contactRef = ''): Promise<CustomerRef> {
    const context = this.platform.peers.client('context-store', ContextServiceClient);
    const asked = { tenantId: call.tenantId, contactRef };
    const { customerId, assurance } = await unary(context, context.getContactPoint, asked);
    if (assurance !== 'verified' || customerId === '' || customerId !== call.customerId)
      throw new BatonError(
        'not-verified',
        'The address is not known to be the customer’s; move by a signed link.',
      );
    return { customerId, known: true, segment: '', contactsLast30d: 0 };
  }

  #checked(token: string, call: Call): MoveLink {
    const { customerId = '', usedLinks = [] } = call;
    const checked = checkMoveLink(this.#key, token, { customerId, usedLinks }, this.calls.now);
    if (checked.ok) return checked.value;
    throw new BatonError(checked.error, faults[checked.error]);
  }

  async #known(conversationId: string): Promise<Call> {
    const call = await this.calls.find(conversationId);
    if (!call) throw new BatonError('not-found', 'There is no such conversation.');
    return call;
  }
}

import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { BatonError } from '@baton/kernel';
import type {
  AcknowledgePacketRequest,
  Callback,
  CallerMessage,
  ConsultColleagueRequest,
  HandleMessageRequest,
  Handoff as HandoffMessage,
  ListCallbacksRequest,
  ListMessagesRequest,
  ReturnToBotRequest,
  SayInConsultRequest,
  SettleConsultRequest,
  TakeOverRequest,
  TransferCallRequest,
} from '@baton/contracts';
import { callbackMessageOf } from '../domain/handoff/callback.js';
import { callerMessageOf } from '../domain/handoff/caller-message.js';
import type { Handoff, OpenTransfer } from '../domain/handoff/handoff.js';
import { handoffMessage } from '../domain/handoff/handoff-message.js';
import { packetShown } from '../domain/handoff/packet-shown.js';
import { requestTransfer } from '../domain/handoff/request-transfer.js';
import { giveBack } from '../domain/handoff/return-to-bot.js';
import { sayInConsult } from '../domain/handoff/say-in-consult.js';
import { settleConsult, settlementOf } from '../domain/handoff/settle-consult.js';
import { Callbacks } from '../store/callbacks.js';
import { Handoffs } from '../store/handoffs.js';
import { Messages } from '../store/messages.js';
import { TakeOver } from '../take-over.js';
import { redactedText } from './redacted-text.js';

const longestNote = 4_000;
const mostSlots = 20;

/** RouterService: where a caller goes after, or beside, their first agent. */
@Controller()
export class TransferController {
  constructor(
    @Inject(Handoffs) private readonly handoffs: Handoffs,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(Messages) private readonly messages: Messages,
    @Inject(TakeOver) private readonly taking: TakeOver,
  ) {}

  @GrpcMethod('RouterService', 'ReturnToBot')
  async returnToBot(request: ReturnToBotRequest): Promise<{ handoff: HandoffMessage }> {
    const { commandId, handoffId, agentId } = request;
    const given = Object.entries(request.slots);
    if (given.length > mostSlots) throw new BatonError('too-large', `At most ${mostSlots} slots.`);
    return this.#shown(
      await this.handoffs.command(handoffId, commandId, (handoff, { now }) => {
        const clean = (text: string, longest: number) => redactedText(text, handoff.language, longest);
        const slots = Object.fromEntries(
          given.map(([name, value]) => [name.slice(0, 64), clean(value, 200)]),
        );
        const note = clean(request.note, longestNote);
        return giveBack(handoff, { agentId, reason: clean(request.reason, 200), note, slots }, now);
      }),
    );
  }

  @GrpcMethod('RouterService', 'TransferCall')
  transferCall(request: TransferCallRequest): Promise<{ handoff: HandoffMessage }> {
    return this.#transfer('transfer', request);
  }

  @GrpcMethod('RouterService', 'ConsultColleague')
  consultColleague(request: ConsultColleagueRequest): Promise<{ handoff: HandoffMessage }> {
    return this.#transfer('consult', request);
  }

  @GrpcMethod('RouterService', 'SayInConsult')
  async sayInConsult({ commandId, handoffId, agentId, text }: SayInConsultRequest) {
    if (text.trim() === '') throw new BatonError('invalid-argument', 'text is missing.');
    return this.#shown(
      await this.handoffs.command(handoffId, commandId, (handoff, { now }) =>
        sayInConsult(handoff, agentId, redactedText(text, handoff.language, longestNote), now),
      ),
    );
  }

  @GrpcMethod('RouterService', 'SettleConsult')
  async settleConsult({ commandId, handoffId, agentId, outcome }: SettleConsultRequest) {
    const settlement = settlementOf(outcome);
    return this.#shown(
      await this.handoffs.command(handoffId, commandId, (handoff, view) =>
        settleConsult(handoff, agentId, settlement, view),
      ),
    );
  }

  @GrpcMethod('RouterService', 'TakeOver')
  async takeOver(request: TakeOverRequest): Promise<{ handoff: HandoffMessage }> {
    return this.#shown(await this.taking.begin(request));
  }

  @GrpcMethod('RouterService', 'AcknowledgePacket')
  async acknowledgePacket(request: AcknowledgePacketRequest): Promise<{ handoff: HandoffMessage }> {
    const { commandId, handoffId, agentId, reservationToken: token } = request;
    return this.#shown(
      await this.handoffs.command(handoffId, commandId, (handoff, { now }) =>
        packetShown(handoff, { agentId, token }, now),
      ),
    );
  }

  @GrpcMethod('RouterService', 'ListMessages')
  async listMessages({ tenantId }: ListMessagesRequest): Promise<{ messages: CallerMessage[] }> {
    requireTenant(tenantId);
    return { messages: (await this.messages.open(tenantId)).map(callerMessageOf) };
  }

  @GrpcMethod('RouterService', 'HandleMessage')
  async handleMessage(request: HandleMessageRequest): Promise<{ message: CallerMessage }> {
    const { messageId, commandId, agentId } = request;
    const { language } = await this.messages.require(messageId);
    const note = redactedText(request.note, language, longestNote);
    return { message: callerMessageOf(await this.messages.handle(messageId, commandId, agentId, note)) };
  }

  @GrpcMethod('RouterService', 'ListCallbacks')
  async listCallbacks({ tenantId }: ListCallbacksRequest): Promise<{ callbacks: Callback[] }> {
    requireTenant(tenantId);
    return { callbacks: (await this.callbacks.open(tenantId)).map(callbackMessageOf) };
  }

  async #transfer(kind: OpenTransfer['kind'], request: TransferCallRequest) {
    const { commandId, handoffId, agentId, queue, toAgentId } = request;
    return this.#shown(
      await this.handoffs.command(handoffId, commandId, (handoff, view) => {
        const note = redactedText(request.note, handoff.language, longestNote);
        return requestTransfer(handoff, { agentId, kind, queue, toAgentId, note }, view);
      }),
    );
  }

  #shown(handoff: Handoff): { handoff: HandoffMessage } {
    return { handoff: handoffMessage(handoff, this.handoffs.viewOf(handoff)) };
  }
}

function requireTenant(tenantId: string): void {
  if (tenantId === '') throw new BatonError('invalid-argument', 'tenant_id is missing.');
}

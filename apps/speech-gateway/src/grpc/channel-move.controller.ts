import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type {
  CreateMoveLinkRequest,
  CreateMoveLinkResponse,
  MoveChannelRequest,
  MoveChannelResponse,
} from '@baton/contracts';
import { ChannelMoves } from '../channels/channel-moves.js';

/** The half of CallControlService that takes conversations from channel to channel. */
@Controller()
export class ChannelMoveController {
  constructor(@Inject(ChannelMoves) private readonly moves: ChannelMoves) {}

  @GrpcMethod('CallControlService', 'CreateMoveLink')
  createMoveLink({ commandId, conversationId }: CreateMoveLinkRequest): Promise<CreateMoveLinkResponse> {
    return this.moves.createLink(commandId, conversationId);
  }

  @GrpcMethod('CallControlService', 'MoveChannel')
  async moveChannel(request: MoveChannelRequest): Promise<MoveChannelResponse> {
    const { commandId, channel, contactRef, linkToken } = request;
    const { conversationId, leg } = await this.moves.move({
      commandId,
      channel,
      leg: contactRef === '' ? {} : { contactRef },
      conversationId: request.conversationId,
      ...(linkToken === '' ? {} : { linkToken }),
    });
    return { conversationId, leg };
  }
}

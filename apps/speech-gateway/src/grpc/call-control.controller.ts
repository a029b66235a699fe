import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import type {
  AnswerCallRequest,
  AnswerCallResponse,
  EndCallRequest,
  EndCallResponse,
  LeaveMessageRequest,
  LeaveMessageResponse,
  RecordConsentRequest,
  RecordConsentResponse,
  RecordTurnRequest,
  RecordTurnResponse,
  SayAsAgentRequest,
  SayAsAgentResponse,
  StartCallRequest,
  StartCallResponse,
} from '@baton/contracts';
import { CallControl } from '../call-control.js';

/** CallControlService: the door for programs. */
@Controller()
export class CallControlController {
  constructor(@Inject(CallControl) private readonly control: CallControl) {}

  @GrpcMethod('CallControlService', 'StartCall')
  async startCall(request: StartCallRequest): Promise<StartCallResponse> {
    const { conversationId, call } = await this.control.start(request);
    return { conversationId, nextTurnIndex: call.nextTurnIndex };
  }

  @GrpcMethod('CallControlService', 'RecordTurn')
  async recordTurn(request: RecordTurnRequest): Promise<RecordTurnResponse> {
    return { turnIndex: await this.control.recordTurn(request) };
  }

  @GrpcMethod('CallControlService', 'SayAsAgent')
  async sayAsAgent(request: SayAsAgentRequest): Promise<SayAsAgentResponse> {
    return { turnIndex: await this.control.sayAsAgent(request) };
  }

  @GrpcMethod('CallControlService', 'RecordConsent')
  async recordConsent(request: RecordConsentRequest): Promise<RecordConsentResponse> {
    await this.control.recordConsent(request);
    return {};
  }

  @GrpcMethod('CallControlService', 'AnswerCall')
  async answerCall(request: AnswerCallRequest): Promise<AnswerCallResponse> {
    await this.control.answer(request);
    return {};
  }

  @GrpcMethod('CallControlService', 'LeaveMessage')
  async leaveMessage(request: LeaveMessageRequest): Promise<LeaveMessageResponse> {
    await this.control.leaveMessage(request);
    return {};
  }

  @GrpcMethod('CallControlService', 'EndCall')
  async endCall(request: EndCallRequest): Promise<EndCallResponse> {
    await this.control.end(request);
    return {};
  }
}

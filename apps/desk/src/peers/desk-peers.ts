import { Inject, Injectable } from '@nestjs/common';
import {
  AssistServiceClient,
  AuditServiceClient,
  CallControlServiceClient,
  ContextServiceClient,
  RouterServiceClient,
  WorkforceServiceClient,
} from '@baton/contracts';
import { PLATFORM, type Platform } from '@baton/service-kit';

/** The services the desk asks. */
@Injectable()
export class DeskPeers {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  get router(): RouterServiceClient {
    return this.platform.peers.client('router', RouterServiceClient);
  }

  get workforce(): WorkforceServiceClient {
    return this.platform.peers.client('router', WorkforceServiceClient);
  }

  get context(): ContextServiceClient {
    return this.platform.peers.client('context-store', ContextServiceClient);
  }

  get assist(): AssistServiceClient {
    return this.platform.peers.client('agent-assist', AssistServiceClient);
  }

  get audit(): AuditServiceClient {
    return this.platform.peers.client('compliance-auditor', AuditServiceClient);
  }

  get gateway(): CallControlServiceClient {
    return this.platform.peers.client('speech-gateway', CallControlServiceClient);
  }
}

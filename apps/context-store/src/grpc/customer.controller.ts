import { Controller, Inject } from '@nestjs/common';
import { GrpcMethod } from '@nestjs/microservices';
import { BatonError } from '@baton/kernel';
import type {
  EraseCustomerRequest,
  EraseCustomerResponse,
  GetContactPointRequest,
  GetContactPointResponse,
  GetCustomerRequest,
  GetCustomerResponse,
  GetTimelineRequest,
  GetTimelineResponse,
  IdentifyCustomerRequest,
  IdentifyCustomerResponse,
  LinkCustomersRequest,
  LinkCustomersResponse,
  PutCustomerRequest,
  PutCustomerResponse,
  SetLegalHoldRequest,
  SetLegalHoldResponse,
} from '@baton/contracts';
import { CustomerBook } from '../identity/customer-book.js';
import { Identities } from '../identity/identities.js';
import { Timelines } from '../timelines.js';

/** The half of ContextService that is about customers. */
@Controller()
export class CustomerController {
  constructor(
    @Inject(CustomerBook) private readonly book: CustomerBook,
    @Inject(Identities) private readonly identities: Identities,
    @Inject(Timelines) private readonly timelines: Timelines,
  ) {}

  @GrpcMethod('ContextService', 'PutCustomer')
  async putCustomer(request: PutCustomerRequest): Promise<PutCustomerResponse> {
    requireCustomer(request);
    await this.book.put(request);
    return {};
  }

  @GrpcMethod('ContextService', 'GetCustomer')
  async getCustomer({ tenantId, customerId }: GetCustomerRequest): Promise<GetCustomerResponse> {
    const ref = { customerId, known: true, segment: '', contactsLast30d: 0 };
    return { customer: await this.book.lookUp(tenantId, ref) };
  }

  @GrpcMethod('ContextService', 'IdentifyCustomer')
  identifyCustomer(request: IdentifyCustomerRequest): Promise<IdentifyCustomerResponse> {
    return this.identities.identify(request);
  }

  @GrpcMethod('ContextService', 'GetContactPoint')
  getContactPoint({ tenantId, contactRef }: GetContactPointRequest): Promise<GetContactPointResponse> {
    return this.identities.contactPoint(tenantId, contactRef);
  }

  @GrpcMethod('ContextService', 'LinkCustomers')
  async linkCustomers(request: LinkCustomersRequest): Promise<LinkCustomersResponse> {
    requireCommand(request);
    await this.book.link(request);
    return {};
  }

  @GrpcMethod('ContextService', 'GetTimeline')
  async getTimeline({ tenantId, customerId, limit }: GetTimelineRequest): Promise<GetTimelineResponse> {
    return { entries: await this.timelines.of(tenantId, customerId, limit) };
  }

  @GrpcMethod('ContextService', 'EraseCustomer')
  async eraseCustomer(request: EraseCustomerRequest): Promise<EraseCustomerResponse> {
    requireCustomer(request);
    requireCommand(request);
    return { keyId: await this.book.erase(request) };
  }

  @GrpcMethod('ContextService', 'SetLegalHold')
  async setLegalHold(request: SetLegalHoldRequest): Promise<SetLegalHoldResponse> {
    requireCustomer(request);
    requireCommand(request);
    await this.book.hold(request);
    return {};
  }
}

function requireCustomer({
  tenantId,
  customerId,
}: {
  readonly tenantId: string;
  readonly customerId: string;
}): void {
  if (customerId === '' || tenantId === '')
    throw new BatonError('invalid-argument', 'tenant_id and customer_id are needed.');
}

function requireCommand({ commandId }: { readonly commandId: string }): void {
  if (commandId === '') throw new BatonError('invalid-argument', 'command_id is needed.');
}

import { credentials, type Metadata, Server, ServerCredentials, type sendUnaryData } from '@grpc/grpc-js';
import {
  type HealthCheckResponse,
  HealthCheckResponse_ServingStatus,
  HealthClient,
  HealthService,
} from '@baton/contracts';
import { BatonError } from '@baton/kernel';
import { lastValueFrom } from 'rxjs';
import { RpcErrorFilter } from './error-filter.js';
import { unary } from './unary.js';

/** A server whose answer a test chooses. */
type Answer = (callback: sendUnaryData<HealthCheckResponse>) => void;
const serving: Answer = (callback) => callback(null, { status: HealthCheckResponse_ServingStatus.SERVING });

describe('a question to a peer', () => {
  const server = new Server();
  let client: HealthClient;
  let answer = serving;

  beforeAll(async () => {
    server.addService(HealthService, {
      check: (_call: unknown, callback: sendUnaryData<HealthCheckResponse>) => answer(callback),
      watch: () => undefined,
    });
    const port = await new Promise<number>((resolve, reject) =>
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
        error ? reject(error) : resolve(bound),
      ),
    );
    client = new HealthClient(`127.0.0.1:${port}`, credentials.createInsecure());
  });

  afterAll(() => {
    client.close();
    server.forceShutdown();
  });

  const ask = (deadlineMs?: number) => unary(client, client.check, { service: '' }, deadlineMs);

  it('is answered', async () => {
    answer = serving;
    expect(await ask()).toEqual({ status: HealthCheckResponse_ServingStatus.SERVING });
  });

  it('ends after its deadline', async () => {
    answer = () => undefined;
    await expect(ask(50)).rejects.toMatchObject({ code: 'peer-unavailable', retriable: true });
  });

  it('is refused with the code the peer threw', async () => {
    answer = (callback) => void refusal(new BatonError('no-lease', 'Not yours.')).then(callback);
    await expect(ask()).rejects.toMatchObject({ code: 'no-lease', message: 'Not yours.' });
  });

  it('learns nothing of what a peer did not expect', async () => {
    answer = (callback) => void refusal(new Error('card 4111 1111 1111 1111 broke')).then(callback);
    await expect(ask()).rejects.toMatchObject({
      code: 'unexpected',
      message: 'The service met an unexpected error; see its log.',
    });
  });

  it('says that nobody is there', async () => {
    const nobody = new HealthClient('127.0.0.1:1', credentials.createInsecure());
    await expect(unary(nobody, nobody.check, { service: '' }, 500)).rejects.toMatchObject({
      code: 'peer-unavailable',
      retriable: true,
    });
    nobody.close();
  });
});

/** What the filter makes of a thrown value, as grpc-js takes it. */
async function refusal(thrown: unknown): Promise<{ code: number; details: string; metadata: Metadata }> {
  const unexpected: unknown[] = [];
  const filter = new RpcErrorFilter((error) => unexpected.push(error));
  const error = await lastValueFrom(filter.catch(thrown)).catch((made: unknown) => made);
  expect(unexpected).toEqual(thrown instanceof BatonError ? [] : [thrown]);
  return error as { code: number; details: string; metadata: Metadata };
}

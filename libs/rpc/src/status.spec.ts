import { Metadata, status } from '@grpc/grpc-js';
import { errorCodeHeader, fromServiceError, statusOf } from './status.js';

const failed = (code: status, named?: string) => {
  const metadata = new Metadata();
  if (named !== undefined) metadata.set(errorCodeHeader, named);
  return fromServiceError('AcceptOffer', { code, details: 'The offer is gone.', metadata });
};

describe('what a server throws', () => {
  it.each([
    ['not-found', status.NOT_FOUND],
    ['no-lease', status.FAILED_PRECONDITION],
    ['store-unavailable', status.UNAVAILABLE],
    ['anything-else', status.INTERNAL],
  ])('%s is told by a status every client knows', (code, expected) => {
    expect(statusOf(code)).toBe(expected);
  });
});

describe('what a client gets', () => {
  it("is the server's own code and sentence", () => {
    expect(failed(status.FAILED_PRECONDITION, 'offer-gone')).toMatchObject({
      code: 'offer-gone',
      message: 'The offer is gone.',
      retriable: false,
    });
  });

  it.each([status.UNAVAILABLE, status.DEADLINE_EXCEEDED])('is a peer to try again later (%d)', (code) => {
    expect(failed(code)).toMatchObject({ code: 'peer-unavailable', retriable: true });
  });

  it('says no more than the method and the status of a server that is not Baton', () => {
    expect(failed(status.UNIMPLEMENTED)).toMatchObject({
      code: 'rpc-failed',
      message: 'AcceptOffer failed: UNIMPLEMENTED',
      retriable: false,
    });
  });
});

import { Metadata } from '@grpc/grpc-js';
import { Catch, type RpcExceptionFilter } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import { throwError, type Observable } from 'rxjs';
import { errorCodeHeader, statusOf } from './status.js';

/** Turns what a gRPC method throws into a status and a code; anything unexpected becomes INTERNAL without its message. */
@Catch()
export class RpcErrorFilter implements RpcExceptionFilter {
  constructor(private readonly onUnexpected: (thrown: unknown) => void) {}

  catch(thrown: unknown): Observable<never> {
    const known = thrown instanceof BatonError;
    if (!known) this.onUnexpected(thrown);
    const metadata = new Metadata();
    metadata.set(errorCodeHeader, known ? thrown.code : 'unexpected');
    return throwError(() => ({
      code: statusOf(known ? thrown.code : 'unexpected'),
      details: known ? thrown.message : 'The service met an unexpected error; see its log.',
      metadata,
    }));
  }
}

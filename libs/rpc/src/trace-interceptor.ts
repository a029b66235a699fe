import type { Metadata } from '@grpc/grpc-js';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { Observable } from 'rxjs';

/** Continues the caller's trace inside a gRPC method. */
export class RpcTraceInterceptor implements NestInterceptor {
  constructor(private readonly service: string) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (execution.getType() !== 'rpc') return next.handle();
    const metadata = execution.switchToRpc().getContext<Metadata>();
    const parent = propagation.extract(context.active(), metadata, {
      get: (carrier, key) => carrier.get(key).map(String),
      keys: (carrier) => Object.keys(carrier.getMap()),
    });
    const span = trace
      .getTracer('baton.rpc')
      .startSpan(
        `${this.service} ${execution.getHandler().name}`,
        { kind: SpanKind.SERVER, attributes: { 'baton.service': this.service } },
        parent,
      );
    return new Observable((subscriber) =>
      context.with(trace.setSpan(parent, span), () =>
        next.handle().subscribe({
          next: (value) => subscriber.next(value),
          error: (thrown: unknown) => {
            span.setStatus({ code: SpanStatusCode.ERROR });
            span.end();
            subscriber.error(thrown);
          },
          complete: () => {
            span.end();
            subscriber.complete();
          },
        }),
      ),
    );
  }
}

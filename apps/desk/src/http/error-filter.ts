import { Catch, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { apiErrorOf } from './api-error.js';

/** Answers every failed request with `{ error: { code, message } }`. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const { status, code, message, unexpected } = apiErrorOf(thrown);
    if (unexpected) this.platform.logger.error({ err: thrown }, 'unexpected error in a request');
    const response = host.switchToHttp().getResponse<ServerResponse>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify({ error: { code, message } }));
  }
}

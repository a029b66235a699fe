import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { guardRequest } from './guard-request.js';
import { setSecurityHeaders } from './security-headers.js';

/** What every request passes before anything reads its body. */
@Injectable()
export class WebEntrance {
  // In the constructor, because Nest puts the body parser in place right after its containers are built.
  constructor(@Inject(HttpAdapterHost) { httpAdapter }: HttpAdapterHost) {
    httpAdapter.use((request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
      setSecurityHeaders(response);
      if (request.url?.startsWith('/api/')) response.setHeader('cache-control', 'no-store');
      guardRequest(request);
      next();
    });
  }
}

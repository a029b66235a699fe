import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BatonError } from '@baton/kernel';

/** Where `npm run build` puts the pages. */
export const pagesDir = fileURLToPath(new URL('../../../web/dist', import.meta.url));

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Baton</title>
<p>The pages are not built yet. Run <code>npm run build</code> and reload.</p></html>`;

/** The built pages. Their addresses are the front end's business: whatever is no file and no API gets its index. */
@Injectable()
export class Pages implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  // Nest has its routes by now and adds its 404 afterwards.
  onModuleInit(): void {
    const { httpAdapter } = this.host;
    httpAdapter.useStaticAssets(pagesDir, { index: false, redirect: false, setHeaders: setCacheHeaders });
    httpAdapter.use((request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => {
      if (!isPage(request)) return next();
      void sendIndex(response).catch(next);
    });
  }
}

/** Names of built assets carry a hash of their content: what is in a cache stays right for ever. */
function setCacheHeaders(response: ServerResponse, path: string): void {
  const hashed = path.startsWith(join(pagesDir, 'assets') + sep);
  response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function isPage({ method, url }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const [path = '/'] = (url ?? '/').split('?');
  const isFile = path.slice(path.lastIndexOf('/')).includes('.');
  return !isFile && !/^\/(api|gateway|assets)(\/|$)/.test(path);
}

async function sendIndex(response: ServerResponse): Promise<void> {
  const index = await readFile(join(pagesDir, 'index.html')).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR') return undefined;
    throw new BatonError('unexpected', 'The pages cannot be read.', { cause: thrown });
  });
  response.writeHead(index ? 200 : 503, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': index ? 'no-cache' : 'no-store',
  });
  response.end(index ?? notBuilt);
}

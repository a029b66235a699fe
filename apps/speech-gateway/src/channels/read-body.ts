import type { IncomingMessage } from 'node:http';
import { BatonError } from '@baton/kernel';

/** The body of a request, as sent. Throws `too-large` as soon as it is known to be. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): BatonError {
  return new BatonError('too-large', `The body may have at most ${maxBytes} bytes.`);
}

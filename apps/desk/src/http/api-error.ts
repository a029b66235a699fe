import { HttpException } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import { httpStatusOf } from './http-status.js';

/** What a failed request answers. */
export interface ApiError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Nobody foresaw it: it belongs in the log, and its message stays there. */
  readonly unexpected: boolean;
}

/** The answer for anything a request may throw: Baton's own errors, Nest's, and those of the body parser. */
export function apiErrorOf(thrown: unknown): ApiError {
  if (thrown instanceof BatonError) {
    const status = httpStatusOf(thrown.code);
    if (status !== 500) return { status, code: thrown.code, message: thrown.message, unexpected: false };
  } else if (thrown instanceof HttpException && thrown.getStatus() < 500) {
    return { status: thrown.getStatus(), ...known(thrown), unexpected: false };
  }
  return {
    status: 500,
    code: 'unexpected',
    message: 'The desk met an unexpected error; see its log.',
    unexpected: true,
  };
}

function known(thrown: HttpException): { code: string; message: string } {
  const status = thrown.getStatus();
  if (status === 404) return { code: 'not-found', message: 'There is no such address.' };
  if (status === 413) return { code: 'too-large', message: 'The body is larger than 100 kB.' };
  if (status === 415)
    return { code: 'not-json', message: 'Send the body as application/json in UTF-8, not compressed.' };
  if (thrown.cause instanceof SyntaxError)
    return { code: 'invalid-json', message: 'The body is not a JSON object.' };
  return { code: 'invalid-argument', message: 'The request could not be understood.' };
}

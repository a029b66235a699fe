import { record, text, type Wire } from './wire.js';

/** The desk refused or could not be reached. `status` is 0 where there was no answer at all. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** One JSON request to the desk's own origin. Throws `ApiError`. */
export async function request(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Wire> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body ? { 'content-type': 'application/json' } : {},
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  } catch {
    throw new ApiError('unreachable', 'Baton does not answer.', 0);
  }
  const answer = record(await response.json().catch(() => undefined));
  if (response.ok) return answer;
  const error = record(answer['error']);
  throw new ApiError(
    text(error['code']) || `http-${response.status}`,
    text(error['message']) || `Baton answered with ${response.status}.`,
    response.status,
  );
}

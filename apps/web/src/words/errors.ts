import { ApiError } from '../api/http.js';

const advice: Readonly<Record<string, string>> = {
  unreachable:
    'Baton does not answer. Check that it is running; this page goes on by itself as soon as it is back.',
  unauthenticated: 'You are signed out. Sign in again.',
  'offer-gone':
    'This call has already gone to somebody else or the caller left. The next offer appears by itself.',
  'wrong-state': 'The call has moved on meanwhile. What you see now is how it stands.',
  'no-lease': 'You cannot speak to this caller yet, or no longer. Wait until the call is connected.',
  'on-hold': 'The caller is on hold and hears nobody. Go back to the caller first.',
  'not-allowed': 'Only a supervisor can do this.',
  'conversation-ended': 'The conversation is over. Nothing more can be said in it.',
  'peer-unavailable': 'A service does not answer at the moment. Nothing is lost; try again in a few seconds.',
  'bus-unavailable':
    'The event bus does not answer at the moment. Nothing is lost; try again in a few seconds.',
  'store-unavailable':
    'The store does not answer at the moment. Nothing is lost; try again in a few seconds.',
  overloaded: 'Too much at once. Wait a moment and try again.',
  'not-found': 'It is not there (any more).',
};

/** What a person can do about an error, in a sentence or two. */
export function adviceFor(thrown: unknown): string {
  if (!(thrown instanceof ApiError))
    return 'Something unexpected happened in this page. Reload it and try again.';
  if (thrown.status === 401) return advice['unauthenticated'] ?? '';
  return advice[thrown.code] ?? thrown.message;
}

import { HttpException, NotFoundException } from '@nestjs/common';
import { BatonError } from '@baton/kernel';
import { apiErrorOf } from './api-error.js';

describe('what a failed request answers', () => {
  it.each([
    ['invalid-argument', 400],
    ['not-signed-in', 401],
    ['not-found', 404],
    ['offer-gone', 409],
    ['wrong-state', 409],
    ['no-lease', 409],
    ['conversation-ended', 409],
    ['too-large', 413],
    ['peer-unavailable', 503],
    ['bus-unavailable', 503],
    ['store-unavailable', 503],
  ])('is the code %s with status %i', (code, status) => {
    expect(apiErrorOf(new BatonError(code, 'A sentence.'))).toEqual({
      status,
      code,
      message: 'A sentence.',
      unexpected: false,
    });
  });

  it.each([
    new Error('Jordan Blake'),
    new BatonError('never-heard-of', 'Jordan Blake'),
    new HttpException('Jordan Blake', 500),
    'Jordan Blake',
    undefined,
  ])('keeps to itself what nobody foresaw: %s', (thrown) => {
    const answer = apiErrorOf(thrown);
    expect(answer).toMatchObject({ status: 500, code: 'unexpected', unexpected: true });
    expect(answer.message).not.toContain('Jordan');
  });

  it('does not repeat an address that may say too much', () => {
    const answer = apiErrorOf(new NotFoundException('Cannot GET /api/Jordan'));
    expect(answer).toMatchObject({ status: 404, code: 'not-found' });
    expect(answer.message).not.toContain('Jordan');
  });
});

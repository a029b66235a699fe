import fc from 'fast-check';
import type { CrmConfig } from '@baton/packs';
import { readCrmAnswer } from './reading.js';
import { crmRequest, secretsNeeded } from './request.js';

const config: CrmConfig = {
  baseUrl: 'https://crm.example.com/api/',
  auth: { bearer: 'BATON_CRM_TOKEN' },
  timeLimitMs: 300,
  cacheSeconds: 60,
  circuitBreaker: { failures: 5, openSeconds: 30 },
  lookups: { phone: { method: 'GET', path: '/customers?phone={{phone}}' } },
  response: {
    customerId: '/items/0/id',
    name: '/items/0/full~1name',
    contactsLast30d: '/items/0/contacts',
    facts: { balance: '/items/0/accounts/0', frozen: '/items/0/frozen', all: '/items' },
  },
};
const lookup = config.lookups.phone!;

describe('a question to the CRM', () => {
  it('has its values escaped and its secret in place', () => {
    expect(crmRequest(config, lookup, { phone: '+44 20&admin=1' }, { BATON_CRM_TOKEN: 's3cret' })).toEqual({
      method: 'GET',
      url: 'https://crm.example.com/api/customers?phone=%2B44%2020%26admin%3D1',
      headers: { accept: 'application/json', authorization: 'Bearer s3cret' },
    });
  });

  it('never leaves the path it was given, whatever the value', () => {
    const byId = { method: 'GET' as const, path: '/customers/{{customerId}}/card' };
    fc.assert(
      fc.property(fc.string(), (customerId) => {
        if (!customerId.isWellFormed() || customerId === '.' || customerId === '..') return;
        const { pathname } = new URL(crmRequest(config, byId, { customerId }, {}).url);
        expect(pathname.split('/')).toHaveLength(5);
      }),
    );
  });

  it('sends a body as JSON', () => {
    const post = { method: 'POST' as const, path: '/find', body: { email: '{{email}}' } };
    expect(crmRequest(config, post, { email: 'a"b@example.com' }, {}).body).toBe(
      '{"email":"a\\"b@example.com"}',
    );
  });

  it('says which secrets it needs', () => {
    expect(secretsNeeded(config)).toEqual(['BATON_CRM_TOKEN']);
    expect(
      secretsNeeded({ ...config, auth: { basic: { user: 'BATON_CRM_U', password: 'BATON_CRM_P' } } }),
    ).toEqual(['BATON_CRM_U', 'BATON_CRM_P']);
  });
});

describe("a CRM's answer", () => {
  it('is read at the places the pack names', () => {
    const body = {
      items: [{ id: 'C-1', 'full/name': 'Luis', contacts: '3', accounts: ['12,00 €'], frozen: false }],
    };
    expect(readCrmAnswer(config, body)).toEqual({
      ok: true,
      value: {
        customerId: 'C-1',
        name: 'Luis',
        segment: '',
        contactsLast30d: 3,
        facts: { balance: '12,00 €', frozen: 'false' },
      },
    });
  });

  it.each([
    [{ items: [] }],
    [{}],
    [null],
    ['text'],
    [{ items: [{ id: { nested: true } }] }],
    [{ items: [{ id: '../x' }] }],
  ])('that names no customer is none: %j', (body) => {
    expect(readCrmAnswer(config, body)).toEqual({ ok: false, error: 'no-id' });
  });

  it('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => void readCrmAnswer(config, body)));
  });
});

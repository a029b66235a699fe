import { brief, faultsOf } from './testing/faults-of.js';
import { smallPack, withPack } from './testing/small-pack.js';
import { loadPack } from './load-pack.js';

const crm = `baseUrl: https://crm.example.com/api
auth: { bearer: BATON_CRM_TOKEN }
lookups:
  customerId: { path: "/customers/{{customerId}}" }
  phone: { path: "/customers?phone={{phone}}" }
response:
  customerId: /id
  facts: { balance: /accounts/0/balance }
writeBack:
  path: "/customers/{{customerId}}/contacts"
  body: { text: "{{outcome}}: {{disposition}}" }
`;
const faults = (passage: string, replacement: string) => {
  if (!crm.includes(passage)) throw new Error('no such passage');
  return faultsOf({ ...smallPack, 'crm.yaml': crm.replace(passage, () => replacement) }).map(brief);
};

describe('crm.yaml', () => {
  it('is read, with what it leaves open filled in', () => {
    const read = withPack({ ...smallPack, 'crm.yaml': crm }, (dir) => loadPack(dir));
    expect(read.ok && read.value.crm).toMatchObject({
      timeLimitMs: 300,
      cacheSeconds: 60,
      circuitBreaker: { failures: 5, openSeconds: 30 },
      lookups: { phone: { method: 'GET', path: '/customers?phone={{phone}}' } },
    });
  });

  it('changes the version of the pack', () => {
    const shaOf = (text: string) =>
      withPack({ ...smallPack, 'crm.yaml': text }, (dir) => {
        const read = loadPack(dir);
        return read.ok ? read.value.sha256 : 'not read';
      });
    expect(shaOf(crm)).not.toEqual(shaOf(crm.replace('/id', '/number')));
  });

  it.each([
    [
      'BATON_CRM_TOKEN',
      'BATON_MONGO_URL',
      'crm.yaml:2:17 auth.bearer | `BATON_MONGO_URL` cannot stand here | the name of an environment variable that begins with BATON_CRM_',
    ],
    [
      '{ bearer: BATON_CRM_TOKEN }',
      '{}',
      'crm.yaml:2:7 auth | names not exactly one way | one of bearer, basic, header',
    ],
    [
      'https://crm',
      'ftp://crm',
      'crm.yaml:1:10 baseUrl | `ftp://crm.example.com/api` cannot stand here | "https://crm.example.com/api"',
    ],
    [
      'phone={{phone}}',
      'phone={{fone}}',
      'crm.yaml:5:18 lookups.phone.path | nothing is called `{{fone}}` here | {{phone}}',
    ],
    [
      '/customers/{{customerId}}" }\n  phone',
      '/customers" }\n  phone',
      'crm.yaml:4:23 lookups.customerId.path | asks for everybody: it never says `{{customerId}}` | {{customerId}} in the path',
    ],
    [
      'customerId: /id',
      'customerId: id',
      'crm.yaml:7:15 response.customerId | `id` cannot stand here | a JSON Pointer such as /customer/id',
    ],
    [
      '{{disposition}}',
      '{{dispositon}}',
      'crm.yaml:11:17 writeBack.body.text | nothing is called `{{dispositon}}` here | {{disposition}}',
    ],
    [
      'lookups:',
      'timeLimitMs: 5000\nlookups:',
      'crm.yaml:3:14 timeLimitMs | is 5000 | 20 to 2000 milliseconds',
    ],
    ['writeBack:', 'writeback:', 'crm.yaml:9:1 writeback | unknown key `writeback` | writeBack'],
  ])('says what is wrong with it: %s → %s', (passage, replacement, fault) => {
    expect(faults(passage, replacement)).toContain(fault);
  });
});

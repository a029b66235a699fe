import {
  Channel,
  HandoffCompleted,
  OutcomeWrittenBack,
  ConversationStarted,
  BotMode,
} from '@baton/contracts';
import { unary } from '@baton/rpc';
import { CrmServer, crmYaml, knowsLuis } from '../testing/crm-server.js';
import { RunningContext } from '../testing/running-context.js';

let crm: CrmServer;
let context: RunningContext;

beforeEach(async () => {
  crm = await CrmServer.start();
  context = await RunningContext.start({ crm: crmYaml(crm.url), env: { BATON_CRM_TOKEN: 's3cret' } });
});
afterEach(async () => {
  await context.stop();
  await crm.stop();
});

const luis = async () =>
  (await unary(context.client, context.client.getCustomer, { tenantId: 'bank', customerId: 'C-77' }))
    .customer!;
const timed = async <T>(work: () => Promise<T>) => {
  const began = performance.now();
  return { value: await work(), ms: performance.now() - began };
};

describe("the company's CRM", () => {
  it('is asked with its secret, read by its pointers, and spared for as long as its answer is fresh', async () => {
    expect(await luis()).toMatchObject({
      name: 'Luis Herrera',
      assurance: 'crm',
      ref: { segment: 'business' },
      facts: { balance: '23.905,00 €' },
      crmNote: '',
    });
    await luis();
    expect(crm.asked.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/customers/C-77', 'Bearer s3cret'],
    ]);
  });

  it('says who writes, and the answer is kept for when it is away', async () => {
    const found = await unary(context.client, context.client.identifyCustomer, {
      commandId: 'i-1',
      tenantId: 'bank',
      identifier: { kind: 'phone', value: '+34910000777' },
      proof: 'network',
      conversationId: '',
      linkedCustomerId: '',
    });
    expect(found).toMatchObject({ customer: { customerId: 'C-77' }, assurance: 'crm' });
    crm.behave = (_, response) => response.destroy();
    expect(await luis()).toMatchObject({ name: 'Luis Herrera', crmNote: 'CRM cannot be reached.' });
  });

  it.each<[string, CrmServer['behave'], string]>([
    ['slow', () => undefined, 'CRM did not answer within 150 ms.'],
    [
      'slow in the middle',
      (_, response) => void response.writeHead(200).write('{'),
      'CRM did not answer within 150 ms.',
    ],
    ['dead', (_, response) => response.destroy(), 'CRM cannot be reached.'],
    [
      'talking garbage',
      (_, response) => void response.end('<html>'),
      'CRM gave an answer that cannot be read.',
    ],
    [
      'endless',
      (_, response) => void response.end('"'.padEnd(400_000, 'x')),
      'CRM gave an answer that cannot be read.',
    ],
    ['refusing our secret', (_, response) => void response.writeHead(401).end(), 'CRM refused to answer.'],
    [
      'sending us elsewhere',
      (_, response) => void response.writeHead(302, { location: '/x' }).end(),
      'CRM refused to answer.',
    ],
    ['not knowing', (_, response) => void response.writeHead(404).end(), 'CRM does not know this customer.'],
    [
      'answering something else',
      (_, response) => void response.end('{"ok":true}'),
      'CRM does not know this customer.',
    ],
  ])('that is %s delays nobody beyond its limit, and the packet says so', async (_, behave, note) => {
    crm.behave = behave;
    const { value, ms } = await timed(luis);
    expect(value).toMatchObject({ name: '', crmNote: note });
    expect(ms).toBeLessThan(1_500);
  });

  it('that fails again and again is spared, tried again after a while, and used once it is well', async () => {
    crm.behave = (_, response) => void response.writeHead(503).end();
    for (let time = 0; time < 3; time += 1) expect((await luis()).crmNote).toBe('CRM refused to answer.');
    expect((await luis()).crmNote).toBe('CRM failed several times and is not asked for the moment.');
    expect(crm.asked).toHaveLength(3);
    await new Promise((resolve) => setTimeout(resolve, 250));
    // Half open: one question is let through, and its failure closes the door again.
    expect((await luis()).crmNote).toBe('CRM refused to answer.');
    expect((await luis()).crmNote).toContain('not asked');
    crm.behave = knowsLuis;
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect((await luis()).name).toBe('Luis Herrera');
  });
});

describe('what came of a handoff', () => {
  const finish = async () => {
    await context.publish(ConversationStarted, 'talk', {
      channel: Channel.CHANNEL_CHAT,
      language: 'en',
      jurisdiction: 'GB',
      pack: { name: 'bank', sha256: '' },
      botMode: BotMode.BOT_MODE_PACK,
      customer: { customerId: 'C-77', known: true, segment: '', contactsLast30d: 0 },
      startedAtMs: 1_000,
    });
    const { client } = context;
    await context.eventually('the call is known', () =>
      unary(client, client.getPacket, { conversationId: 'talk' }).catch(() => undefined),
    );
    const done = { handoffId: 'h-1', agentId: 'agent-amira', disposition: 'resolved', note: '' };
    await context.publish(HandoffCompleted, 'talk', done);
  };
  const told = () => crm.asked.filter(({ method }) => method === 'POST');

  it('is told to the CRM until it takes it, under one key, also over a restart', async () => {
    crm.behave = ({ method }, response) =>
      void response.writeHead(method === 'GET' ? 404 : told().length === 1 ? 500 : 201).end();
    await finish();
    await context.eventually('it was tried once', () => told().length === 1);
    await context.restart();
    await context.eventually('it was tried again', () => told().length === 2);
    expect(new Set(told().map(({ headers }) => headers['idempotency-key']))).toEqual(new Set(['h-1']));
    expect(told()[1]).toMatchObject({ url: '/customers/C-77/contacts' });
    expect(JSON.parse(told()[1]!.body)).toEqual({ what: 'completed', code: 'resolved', by: 'agent-amira' });
    const said = await context.eventually('it is on record', () => context.said(OutcomeWrittenBack)[0]);
    expect(said).toEqual({ handoffId: 'h-1', written: true, attempts: 2, reason: '' });
  }, 30_000);
});

describe('a CRM whose secret nobody set', () => {
  it('is not asked, and the packet says why', async () => {
    const poor = await RunningContext.start({ crm: crmYaml(crm.url) });
    const { client } = poor;
    const { customer } = await unary(client, client.getCustomer, { tenantId: 'bank', customerId: 'C-77' });
    await poor.stop();
    expect(customer?.crmNote).toBe('CRM is not configured: a secret is missing.');
    expect(crm.asked).toEqual([]);
  });
});

import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BotMode,
  Channel,
  ConversationStarted,
  CustomerErased,
  CustomerIdentified,
  CustomerLinked,
  ErasureRefused,
  type IdentifyCustomerRequest,
} from '@baton/contracts';
import { unary } from '@baton/rpc';
import { RunningContext } from '../testing/running-context.js';

const phone = '+442079460155';
const name = 'Persephone Winterbourne';
let context: RunningContext;
let commands = 0;

beforeAll(async () => {
  context = await RunningContext.start();
});
afterAll(() => context.stop());

const put = (customerId: string, value = '', more: { facts?: Record<string, string> } = {}) =>
  unary(context.client, context.client.putCustomer, {
    commandId: `put-${(commands += 1)}`,
    tenantId: 'bank',
    customerId,
    name,
    segment: 'premier',
    contactsLast30d: 1,
    facts: more.facts ?? { balance: '£5' },
    identifiers: value === '' ? [] : [{ kind: 'phone', value }],
  });
const identify = (value: string, more: Partial<IdentifyCustomerRequest> = {}) =>
  unary(context.client, context.client.identifyCustomer, {
    commandId: `identify-${(commands += 1)}`,
    tenantId: 'bank',
    identifier: { kind: 'phone', value },
    proof: 'account',
    conversationId: '',
    linkedCustomerId: '',
    ...more,
  });
const erase = (customerId: string) =>
  unary(context.client, context.client.eraseCustomer, {
    commandId: `erase-${(commands += 1)}`,
    tenantId: 'bank',
    customerId,
  });
const customer = async (customerId: string) =>
  (await unary(context.client, context.client.getCustomer, { tenantId: 'bank', customerId })).customer!;
const talk = async (conversationId: string, channel: Channel, customerId: string, startedAtMs: number) =>
  context.publish(ConversationStarted, conversationId, {
    channel,
    language: 'en',
    jurisdiction: 'GB',
    pack: { name: 'bank', sha256: '' },
    botMode: BotMode.BOT_MODE_PACK,
    customer: { customerId, known: true, segment: '', contactsLast30d: 0 },
    startedAtMs,
  });

describe('who an address belongs to', () => {
  it('is the customer the CRM has it of, on record and without the number', async () => {
    await put('C-10', phone);
    const found = await identify(phone, { conversationId: 'talk-1' });
    expect(found).toMatchObject({
      customer: { customerId: 'C-10', known: true, segment: 'premier' },
      assurance: 'verified',
      reason: 'account-owner',
    });
    const said = await context.eventually('it is said', () => context.said(CustomerIdentified)[0]);
    expect(said).toMatchObject({ customerId: 'C-10', identifierKind: 'phone', assurance: 'verified' });
    expect(said.identifierHash).toMatch(/^[0-9a-f]{64}$/);
    expect(said.identifierHash).not.toBe(found.contactRef);
  });

  it('is said once for a command that comes twice', async () => {
    await identify(phone, { commandId: 'same', conversationId: 'talk-2' });
    await identify(phone, { commandId: 'same', conversationId: 'talk-2' });
    const { packet } = await unary(context.client, context.client.getPacket, { conversationId: 'talk-2' });
    expect(packet?.customer).toMatchObject({ assurance: 'verified', assuranceReason: 'account-owner' });
    expect(context.said(CustomerIdentified).filter(({ assurance }) => assurance === 'verified')).toHaveLength(
      2,
    );
  });

  it('is somebody new where nobody knows it, and the same somebody the next time', async () => {
    const first = await identify('+34600000001', { proof: 'network' });
    const second = await identify('+34 600 000 001', { proof: 'network' });
    expect(first).toMatchObject({ assurance: 'none', reason: 'first-contact', customer: { known: false } });
    expect(second.customer?.customerId).toBe(first.customer?.customerId);
  });

  it('is nobody, and not a guess, where two customers have it', async () => {
    await put('C-11', '+442079460166');
    await put('C-12', '+442079460166');
    const found = await identify('+442079460166', { conversationId: 'talk-3' });
    expect(found).toMatchObject({
      assurance: 'none',
      reason: 'identity-conflict',
      customer: { customerId: '' },
    });
    expect(found.conflictingCustomerIds).toEqual(['C-11', 'C-12']);
    await context.eventually('the conflict is on record', () =>
      context
        .said(CustomerIdentified)
        .find(({ conflictingCustomerIds }) => conflictingCustomerIds.length === 2),
    );
  });

  it('is settled by linking the two, on somebody’s word and on record', async () => {
    const link = { commandId: 'link-1', tenantId: 'bank', linkedBy: 'agent-amira', reason: 'same-person' };
    const request = { ...link, fromCustomerId: 'C-11', toCustomerId: 'C-12' };
    await unary(context.client, context.client.linkCustomers, request);
    await unary(context.client, context.client.linkCustomers, request);
    expect(await identify('+442079460166')).toMatchObject({ customer: { customerId: 'C-12' } });
    await context.eventually('it is on record', () => context.said(CustomerLinked).length > 0);
    expect(context.said(CustomerLinked)).toEqual([
      expect.objectContaining({ fromCustomerId: 'C-11', toCustomerId: 'C-12', linkedBy: 'agent-amira' }),
    ]);
    await expect(
      unary(context.client, context.client.linkCustomers, {
        ...link,
        commandId: 'link-2',
        fromCustomerId: 'C-12',
        toCustomerId: 'C-11',
      }),
    ).rejects.toMatchObject({ code: 'identity-conflict' });
  });

  it('follows the CRM when a number changes hands', async () => {
    await put('C-13', '+442079460177');
    await put('C-13', '+442079460178');
    await put('C-14', '+442079460177');
    expect(await identify('+442079460177')).toMatchObject({ customer: { customerId: 'C-14' } });
  });

  it('can be read again by its reference alone', async () => {
    const { contactRef } = await identify(phone);
    const point = await unary(context.client, context.client.getContactPoint, {
      tenantId: 'bank',
      contactRef,
    });
    expect(point).toMatchObject({ identifier: { kind: 'phone', value: phone }, customerId: 'C-10' });
    await expect(
      unary(context.client, context.client.getContactPoint, { tenantId: 'health', contactRef }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it.each([
    [{ identifier: { kind: 'name', value: name } }],
    [{ identifier: { kind: 'phone', value: 'call me' } }],
    [{ identifier: undefined }],
    [{ proof: 'trust-me' }],
    [{ tenantId: '' }],
  ])('is not asked with %j', async (wrong) => {
    await expect(identify(phone, wrong)).rejects.toMatchObject({ code: 'invalid-argument' });
  });
});

describe('a timeline', () => {
  it('is one for all channels and records of a customer, newest first', async () => {
    await talk('t-1', Channel.CHANNEL_PHONE, 'C-11', 1_000);
    await talk('t-2', Channel.CHANNEL_CHAT, 'C-12', 2_000);
    await talk('t-3', Channel.CHANNEL_SMS, 'C-99', 3_000);
    const timeline = () =>
      unary(context.client, context.client.getTimeline, { tenantId: 'bank', customerId: 'C-11', limit: 0 });
    const { entries } = await context.eventually('both are there', async () => {
      const seen = await timeline();
      return seen.entries.length === 2 && seen;
    });
    expect(entries.map(({ conversationId, channels }) => [conversationId, channels])).toEqual([
      ['t-2', [Channel.CHANNEL_CHAT]],
      ['t-1', [Channel.CHANNEL_PHONE]],
    ]);
    const { packet } = await unary(context.client, context.client.getPacket, { conversationId: 't-2' });
    expect(packet?.previousContacts.map(({ conversationId }) => conversationId)).toEqual(['t-1']);
  });
});

describe('an erasure', () => {
  it('is refused under a legal hold, and the conflict is on record', async () => {
    await put('C-20', '+442079460120');
    const hold = { tenantId: 'bank', customerId: 'C-20', caseReference: 'K-7' };
    await unary(context.client, context.client.setLegalHold, { ...hold, commandId: 'hold-1', held: true });
    await expect(erase('C-20')).rejects.toMatchObject({ code: 'legal-hold' });
    expect((await customer('C-20')).name).toBe(name);
    await context.eventually('it is on record', () => context.said(ErasureRefused).length === 1);
    await unary(context.client, context.client.setLegalHold, { ...hold, commandId: 'hold-2', held: false });
    await erase('C-20');
    expect((await customer('C-20')).name).toBe('');
  });

  it('leaves nothing to read, find or reach, also over a restart', async () => {
    await put('C-21', '+442079460121', { facts: { balance: '£73.18' } });
    const { contactRef } = await identify('+442079460121');
    const { keyId } = await erase('C-21');
    await erase('C-21');
    await context.restart();
    expect(await customer('C-21')).toMatchObject({
      name: '',
      facts: {},
      crmNote: 'This customer was erased.',
    });
    expect(await identify('+442079460121')).toMatchObject({ reason: 'first-contact' });
    await expect(put('C-21', '+442079460121')).rejects.toMatchObject({ code: 'customer-erased' });
    const point = await unary(context.client, context.client.getContactPoint, {
      tenantId: 'bank',
      contactRef,
    });
    expect(point.customerId).toMatch(/^anon-/);
    const erased = await context.eventually('it is on record', () =>
      context.said(CustomerErased).find(({ customerId }) => customerId === 'C-21'),
    );
    expect(erased).toMatchObject({ keyId, identifiers: 1 });
  });

  it('of one who is not there is refused', async () => {
    await expect(erase('C-404')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('at rest and on the bus', () => {
  it('no name, number or fact is to be found, and the key is for its owner only', async () => {
    await put('C-30', '+442079460130', { facts: { balance: '£918273.64' } });
    await identify('+442079460130', { conversationId: 'talk-30' });
    const data = join(context.folder, 'data');
    const files = (await readdir(data)).filter((file) => file.includes('.db'));
    expect(files.length).toBeGreaterThan(1);
    for (const secret of [name, '442079460130', '918273.64'])
      for (const file of files)
        expect([secret, file, (await readFile(join(data, file))).includes(secret)]).toEqual([
          secret,
          file,
          false,
        ]);
    expect(context.everything).not.toContain(name);
    expect((await stat(join(data, 'keys', 'customer.key'))).mode & 0o777).toBe(0o600);
  });
});

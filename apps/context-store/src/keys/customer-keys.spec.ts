import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDecipheriv } from 'node:crypto';
import { CustomerKeys, openCustomerKeys } from './customer-keys.js';
import { seal, unseal } from './seal.js';

const master = new Uint8Array(32).fill(7);
const keys = new CustomerKeys(master);
const phone = { kind: 'phone', value: '+442079460101' } as const;

describe('a seal', () => {
  const key = new Uint8Array(32).fill(1);

  it('is AES-256-GCM as anybody can open it who has the key', () => {
    const bytes = Buffer.from(seal(key, 'Luis', 'name').slice(3), 'base64url');
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from('name'));
    cipher.setAuthTag(bytes.subarray(-16));
    expect(cipher.update(bytes.subarray(12, -16)).toString() + cipher.final().toString()).toBe('Luis');
  });

  it('is different every time', () => {
    expect(seal(key, 'Luis', 'name')).not.toBe(seal(key, 'Luis', 'name'));
  });

  it('opens with its key, in its context, unchanged, and not otherwise', () => {
    const sealed = seal(key, 'Luis', 'name');
    expect(unseal(key, sealed, 'name').toString()).toBe('Luis');
    const flipped = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BA' : 'AA');
    for (const [wrong, text, context] of [
      [new Uint8Array(32).fill(2), sealed, 'name'],
      [key, sealed, 'fact'],
      [key, flipped, 'name'],
      [key, 'v1.', 'name'],
      [key, 'nonsense', 'name'],
    ] as const)
      expect(() => unseal(wrong, text, context)).toThrow(expect.objectContaining({ code: 'seal-broken' }));
  });
});

describe('the keys of customers', () => {
  it('are one each, wrapped for their owner', () => {
    const mine = keys.make('bank/C-1');
    expect(keys.make('bank/C-1').keyId).not.toBe(mine.keyId);
    expect(keys.open('bank/C-1', mine).unseal('x', keys.open('bank/C-1', mine).seal('x', 'secret'))).toBe(
      'secret',
    );
    expect(() => keys.open('bank/C-2', mine)).toThrow(expect.objectContaining({ code: 'seal-broken' }));
    expect(() => keys.open('bank/C-1', { wrappedKey: '' })).toThrow(
      expect.objectContaining({ code: 'customer-erased' }),
    );
  });

  it('find an address again, in one tenant only', () => {
    expect(keys.contactRef('bank', phone)).toBe(new CustomerKeys(master).contactRef('bank', phone));
    expect(keys.contactRef('health', phone)).not.toBe(keys.contactRef('bank', phone));
  });

  it('hash an address for events so that two customers of one number cannot be matched by it', () => {
    const hashes = ['bank/C-1', 'bank/C-2'].map((owner) => keys.open(owner, keys.make(owner)).hashOf(phone));
    expect(hashes[0]).not.toBe(hashes[1]);
  });
});

describe('where the key comes from', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'baton-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the data folder, made once', () => {
    const open = () => openCustomerKeys({ store: 'embedded', dataDir: folder });
    expect(open().contactRef('bank', phone)).toBe(open().contactRef('bank', phone));
  });

  it('is the configured file', () => {
    const file = join(folder, 'secret');
    writeFileSync(file, 'a secret that is long enough, and then some');
    const open = (dataDir: string) => openCustomerKeys({ store: 'mongo', dataDir, customerKeyFile: file });
    expect(open('/nowhere').contactRef('bank', phone)).toBe(open('/elsewhere').contactRef('bank', phone));
  });

  it('must be said where several processes share a store', () => {
    expect(() => openCustomerKeys({ store: 'mongo', dataDir: folder })).toThrow(
      expect.objectContaining({ code: 'customer-key-missing' }),
    );
  });

  it('must be long enough, and readable', () => {
    const file = join(folder, 'short');
    writeFileSync(file, 'short');
    for (const customerKeyFile of [file, join(folder, 'absent')])
      expect(() => openCustomerKeys({ store: 'mongo', dataDir: folder, customerKeyFile })).toThrow(
        expect.objectContaining({ code: 'secret-key-unreadable' }),
      );
  });
});

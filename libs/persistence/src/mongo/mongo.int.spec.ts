import { randomUUID } from 'node:crypto';
import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { collectionContract, deadlineContract, outboxContract, type OpenedStore } from '../testing/index.js';
import { openMongoStore } from './mongo-store.js';

const url = process.env['BATON_MONGO_URL'] ?? '';
if (url === '') {
  throw new Error(
    'BATON_MONGO_URL is not set: `npm run test:integration` starts a MongoDB wire server and sets it.',
  );
}

collectionContract('MongoDB', openDatabase);
outboxContract('MongoDB', openDatabase);
deadlineContract('MongoDB', openDatabase);

describe('MongoDB out of reach', () => {
  it('is store-unavailable within two seconds or so where nothing listens', async () => {
    const opening = openMongoStore({ url: 'mongodb://127.0.0.1:1/baton', database: 'x' });
    await expect(opening).rejects.toMatchObject({ code: 'store-unavailable', retriable: true });
  });

  it('is store-unavailable while the connection is cut, and works again by itself', async () => {
    const proxy = await Proxy.open(new URL(url));
    const database = `baton_${randomUUID().slice(0, 8)}`;
    const store = await openMongoStore({ url: proxy.url, database, serverSelectionTimeoutMs: 500 });
    const notes = await store.collection<{ text: string }>({ name: 'notes' });
    await notes.save('a', 0, { text: 'before' });

    await proxy.cut();
    await expect(notes.save('a', 1, { text: 'cut' })).rejects.toMatchObject({
      code: 'store-unavailable',
      retriable: true,
    });
    await expect(notes.get('a')).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await store.health()).toMatchObject({ up: false });

    await proxy.restore();
    await until(async () => (await store.health()).up);
    expect((await notes.save('a', 1, { text: 'after' })).ok).toBe(true);
    expect(await notes.get('a')).toEqual({ id: 'a', version: 2, body: { text: 'after' } });

    await store.close();
    await proxy.cut();
  }, 20_000);

  it('is store-unavailable where the server takes the connection but never answers', async () => {
    const proxy = await Proxy.open(new URL(url));
    const options = {
      url: proxy.url,
      database: 'baton_hang',
      serverSelectionTimeoutMs: 500,
      answerTimeoutMs: 500,
    };
    const store = await openMongoStore(options);
    const notes = await store.collection<{ text: string }>({ name: 'notes' });
    proxy.hang();
    await expect(notes.get('a')).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await store.health()).toMatchObject({ up: false });
    await proxy.cut();
    await store.close();
  }, 20_000);
});

async function openDatabase(): Promise<OpenedStore> {
  const database = `baton_${randomUUID().slice(0, 8)}`;
  const open = () => openMongoStore({ url, database });
  const store = await open();
  const stores = [store];
  return {
    store,
    async reopen() {
      const again = await open();
      stores.push(again);
      return again;
    },
    async dispose() {
      await Promise.all(stores.map((each) => each.close()));
    },
  };
}

/** A TCP relay in front of the server whose line can be cut, restored, or left silent. */
class Proxy {
  readonly #target: URL;
  #server: Server | undefined;
  #port = 0;
  #silent = false;
  readonly #sockets = new Set<Socket>();

  private constructor(target: URL) {
    this.#target = target;
  }

  static async open(target: URL): Promise<Proxy> {
    const proxy = new Proxy(target);
    await proxy.restore();
    return proxy;
  }

  get url(): string {
    return `mongodb://127.0.0.1:${this.#port}/?directConnection=true`;
  }

  async restore(): Promise<void> {
    const server = createServer((near) => this.#relay(near));
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async cut(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  hang(): void {
    this.#silent = true;
  }

  #relay(near: Socket): void {
    const far = connect(Number(this.#target.port), this.#target.hostname);
    near.on('data', (bytes) => this.#silent || far.write(bytes));
    far.on('data', (bytes) => this.#silent || near.write(bytes));
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.#sockets.delete(socket);
        other.destroy();
      });
    }
  }
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const patience = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > patience) throw new Error('It did not happen within ten seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

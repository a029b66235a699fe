import { createServer } from 'node:net';
import { freePort } from './free-port.js';

describe('a free port', () => {
  it('can be listened on, and is none that an outgoing connection may take', async () => {
    const port = await freePort('127.0.0.1');
    expect(port).toBeLessThan(32_768);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await new Promise((resolve) => server.close(resolve));
  });

  it('is another one each time, though nobody listens on the first yet', async () => {
    const ports = await Promise.all(Array.from({ length: 300 }, () => freePort('127.0.0.1')));
    expect(new Set(ports).size).toBe(300);
  });

  it('is refused on an address that is not ours', async () => {
    await expect(freePort('192.0.2.1')).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' });
  });
});

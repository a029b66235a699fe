import { HealthClient } from '@baton/contracts';
import { Peers } from './peers.js';

describe('the other services', () => {
  it('are reached over one connection each', () => {
    const peers = new Peers();
    peers.announce('router', '127.0.0.1:1');
    expect(peers.client('router', HealthClient)).toBe(peers.client('router', HealthClient));
    expect(peers.healthClient('router', HealthClient)).toBe(peers.healthClient('router', HealthClient));
    peers.close();
  });

  it('have a health connection of their own each', () => {
    const peers = new Peers();
    peers.announce('router', '127.0.0.1:1');
    peers.announce('dialog', '127.0.0.1:2');
    expect(peers.healthClient('router', HealthClient)).not.toBe(peers.healthClient('dialog', HealthClient));
    peers.close();
  });

  it('must have been named', () => {
    expect(() => new Peers().client('router', HealthClient)).toThrow(
      expect.objectContaining({ code: 'peer-unknown' }),
    );
  });
});

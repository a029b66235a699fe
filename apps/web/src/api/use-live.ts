import { useEffect, useEffectEvent, useState } from 'react';
import { decodeLiveMessage, type LiveMessage } from './live-message.js';
import { ReconnectingSocket } from './reconnecting-socket.js';

/** What `useLive` is asked for. */
export interface LiveOptions {
  /** A conversation to watch without being in it. */
  readonly watch?: string | undefined;
  /** False: not connected. */
  readonly enabled: boolean;
  readonly onMessage: (message: LiveMessage) => void;
  /** Connected, the first time or again: the moment to fetch what was missed. */
  readonly onOpen?: () => void;
}

/** Listens to `/api/live` as long as the component lives. Returns whether the connection stands. */
export function useLive({ watch, enabled, onMessage, onOpen }: LiveOptions): boolean {
  const [connected, setConnected] = useState(false);
  const received = useEffectEvent((value: unknown) => {
    const message = decodeLiveMessage(value);
    if (message) onMessage(message);
  });
  const opened = useEffectEvent(() => onOpen?.());

  useEffect(() => {
    if (!enabled) return undefined;
    const socket = new ReconnectingSocket(
      watch ? `/api/live?watch=${encodeURIComponent(watch)}` : '/api/live',
      {
        opened: () => {
          setConnected(true);
          opened();
        },
        received: (value) => received(value),
        lost: () => setConnected(false),
      },
    );
    return () => {
      socket.close();
      setConnected(false);
    };
  }, [enabled, watch]);

  return connected;
}

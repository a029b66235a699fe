import { Notification } from '@mantine/core';
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { adviceFor } from '../words/errors.js';

interface Notice {
  readonly key: number;
  readonly tone: 'bad' | 'plain';
  readonly title: string;
  readonly text: string;
}

/** Tells the person in front of the page something that is not part of it. */
export interface Notices {
  /** Something went wrong: what, and what to do. */
  failed(thrown: unknown, title: string): void;
  /** Something happened that they should know. */
  tell(title: string, text: string): void;
}

const shownForMs = 9000;
const Context = createContext<Notices>({ failed: () => undefined, tell: () => undefined });

export const useNotices = (): Notices => use(Context);

export function NoticesProvider({ children }: { readonly children: ReactNode }) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const next = useRef(0);
  const drop = useCallback(
    (key: number) => setNotices((all) => all.filter((notice) => notice.key !== key)),
    [],
  );
  const value = useMemo<Notices>(() => {
    const add = (tone: Notice['tone'], title: string, text: string) => {
      const key = (next.current += 1);
      // The same trouble again renews its notice instead of piling up.
      setNotices((all) =>
        [...all.filter((notice) => notice.title !== title), { key, tone, title, text }].slice(-4),
      );
      setTimeout(() => drop(key), shownForMs);
    };
    return {
      failed: (thrown, title) => add('bad', title, adviceFor(thrown)),
      tell: (title, text) => add('plain', title, text),
    };
  }, [drop]);

  return (
    <Context value={value}>
      {children}
      <div className="notices" role="status" aria-live="polite">
        {notices.map(({ key, tone, title, text }) => (
          <Notification
            key={key}
            title={title}
            color={tone === 'bad' ? 'red' : 'baton'}
            withBorder
            onClose={() => drop(key)}
            closeButtonProps={{ 'aria-label': 'Dismiss' }}
            data-testid="notice"
          >
            {text}
          </Notification>
        ))}
      </div>
    </Context>
  );
}

import { useCallback, useEffect, useState } from 'react';
import { ApiError } from '../api/http.js';
import { api } from '../api/endpoints.js';
import type { Trail } from '../api/model.js';
import { useLive } from '../api/use-live.js';
import { useNotices } from '../notices/notices.js';

/** Events of a living call come in bursts: the trail is fetched once for each burst. */
const settleMs = 400;
/** New entries are proven with the next checkpoint. */
const proofMs = 3000;

/** The trail of a conversation, renewed while the call lives and until every entry is proven. */
export function useTrail(conversationId: string, tenant: string): Trail | undefined {
  const [loaded, setLoaded] = useState<{ readonly of: string; readonly trail: Trail }>();
  const [asked, setAsked] = useState(0);
  const { failed } = useNotices();
  const trail = loaded?.of === conversationId ? loaded.trail : undefined;

  useEffect(() => {
    if (!conversationId) return undefined;
    let gone = false;
    const load = () =>
      void api.trail(conversationId, tenant).then(
        (answer) => !gone && setLoaded({ of: conversationId, trail: answer }),
        (thrown: unknown) => {
          // The first events of a call reach the log a moment after the call began.
          const early = thrown instanceof ApiError && thrown.status === 404;
          if (!gone && !early) failed(thrown, 'The trail could not be loaded');
        },
      );
    const timer = setTimeout(load, asked === 0 ? 0 : settleMs);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [conversationId, tenant, asked, failed]);

  const again = useCallback(() => setAsked((times) => times + 1), []);
  useLive({
    watch: conversationId,
    enabled: conversationId !== '',
    onMessage: ({ type }) => {
      if (type === 'event' || type === 'ended') again();
    },
    onOpen: again,
  });
  const unproven = trail?.entries.some(({ proven }) => !proven) ?? false;
  useEffect(() => {
    if (!unproven) return undefined;
    const timer = setTimeout(again, proofMs);
    return () => clearTimeout(timer);
  }, [unproven, trail, again]);
  return trail;
}

import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { Status, Tenant } from '../api/model.js';
import { humanise } from '../words/format.js';

const counted = 200;
const everyMs = 10_000;

/** How Baton is at the moment: mode, services, conversations so far. */
export function StatusStrip({ tenants }: { readonly tenants: readonly Tenant[] | undefined }) {
  const [status, setStatus] = useState<Status>();
  const [down, setDown] = useState(false);
  const [conversations, setConversations] = useState<{ readonly count: number; readonly more: boolean }>();
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const now = await api.status().catch(() => undefined);
      const lists = await Promise.all((tenants ?? []).map(({ id }) => api.conversations(id, counted))).catch(
        () => undefined,
      );
      if (gone) return;
      setDown(now === undefined);
      if (now) setStatus(now);
      if (lists) {
        setConversations({
          count: lists.reduce((sum, list) => sum + list.length, 0),
          more: lists.some((list) => list.length >= counted),
        });
      }
    };
    void load();
    const timer = setInterval(() => void load(), everyMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [tenants]);

  const ready = status?.services.filter((service) => service.ready).length ?? 0;
  const total = status?.services.length ?? 0;
  const notReady = status?.services.filter((service) => !service.ready || service.degraded) ?? [];
  return (
    <div className="card strip" role="status" aria-label="Status" data-testid="status-strip">
      {down ? (
        <div data-testid="status-down">
          <span className="strip-dot" data-good="false" /> Baton does not answer; trying again
        </div>
      ) : null}
      <div data-testid="status-mode">
        Mode <strong>{status ? humanise(status.mode) : '…'}</strong>
      </div>
      <Tooltip
        label={
          notReady.length === 0
            ? 'Every service is ready'
            : notReady
                .map(({ name, degraded }) => `${name} ${degraded ? 'is degraded' : 'does not answer'}`)
                .join('; ')
        }
      >
        <div data-testid="status-services" tabIndex={0}>
          <span className="strip-dot" data-good={total > 0 && ready === total} />
          <strong>
            {ready} of {total}
          </strong>{' '}
          services ready
        </div>
      </Tooltip>
      <div data-testid="status-conversations">
        <strong>{conversations ? `${conversations.count}${conversations.more ? '+' : ''}` : '…'}</strong>{' '}
        conversations so far
      </div>
      <div>
        <strong>{tenants?.length ?? '…'}</strong> {tenants?.length === 1 ? 'company' : 'companies'}
      </div>
      {status?.version ? <div>Version {status.version}</div> : null}
    </div>
  );
}

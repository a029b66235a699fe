import { Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { api } from '../api/endpoints.js';
import type { ConversationSummary } from '../api/model.js';
import { useTenants } from '../api/use-tenants.js';
import { useNames } from '../conversation/use-names.js';
import { useNotices } from '../notices/notices.js';
import { CopyButton } from '../shell/copy-button.js';
import { Nothing } from '../shell/nothing.js';
import './audit.css';
import { ConsentLedger } from './consent-ledger.js';
import { ConversationList } from './conversation-list.js';
import { decisionsOf, DecisionExplained } from './decision-explained.js';
import { ProofCard } from './proof-card.js';
import { TimeToHuman } from './time-to-human.js';
import { TrailList } from './trail-list.js';
import { useTrail } from './use-trail.js';

const listed = 100;
const everyMs = 5000;

/** `/audit`: what happened, why it was decided, and that the log proves it. `?c=` selects a conversation. */
export function AuditPage() {
  useDocumentTitle('Audit · Baton');
  const tenants = useTenants();
  const nameOf = useNames();
  const { failed } = useNotices();
  const [search, setSearch] = useSearchParams();
  const [conversations, setConversations] = useState<readonly ConversationSummary[]>();
  const tenant = search.get('tenant') || (tenants?.[0]?.id ?? '');
  const selected = search.get('c') || (conversations?.[0]?.conversationId ?? '');
  const trail = useTrail(selected, tenant);

  const load = useCallback(async () => {
    if (tenant) setConversations(await api.conversations(tenant, listed));
  }, [tenant]);
  useEffect(() => {
    load().catch((thrown: unknown) => failed(thrown, 'The conversations could not be loaded'));
    const timer = setInterval(() => {
      // A renewal that fails changes nothing; the next one tells.
      if (document.visibilityState === 'visible') load().catch(() => undefined);
    }, everyMs);
    return () => clearInterval(timer);
  }, [load, failed]);

  if (!tenants) return <Loader aria-label="Loading" />;
  const choose = (params: Record<string, string>) => setSearch(new URLSearchParams(params));
  return (
    <div className="audit-grid">
      <ConversationList
        tenants={tenants}
        tenant={tenant}
        conversations={conversations}
        selected={selected}
        onTenant={(id) => {
          setConversations(undefined);
          choose({ tenant: id });
        }}
        onSelect={(id) => choose({ tenant, c: id })}
      />
      {selected ? (
        <Stack gap="md">
          <Group justify="space-between" align="baseline">
            <Title order={1} size="h3">
              Audit trail
            </Title>
            <Text size="sm" c="dimmed">
              Conversation <span className="mono">{selected}</span>{' '}
              <CopyButton value={selected} label="conversation id" />
            </Text>
          </Group>
          {trail ? (
            <>
              <div className="audit-pair">
                <DecisionExplained key={selected} decisions={decisionsOf(trail.entries)} />
                <Stack gap="md">
                  <ProofCard trail={trail} />
                  <TimeToHuman entries={trail.entries} nameOf={nameOf} />
                  <ConsentLedger consents={trail.consents} />
                </Stack>
              </div>
              <div className="card" style={{ padding: 20 }}>
                <TrailList key={selected} entries={trail.entries} nameOf={nameOf} />
              </div>
            </>
          ) : (
            <Loader aria-label="Loading" />
          )}
        </Stack>
      ) : (
        <div className="card">
          <Nothing icon="audit" title="Nothing to audit yet">
            Every call leaves a trail here: each event, each decision with its reasons, each consent.
          </Nothing>
        </div>
      )}
    </div>
  );
}

import { Anchor, Button, Group, Loader, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { api } from '../api/endpoints.js';
import type { ConversationView } from '../conversation/conversation-view.js';
import { useNotices } from '../notices/notices.js';
import { useNow } from '../shell/use-now.js';
import type { NameOf } from '../words/describe-event.js';
import { humanise } from '../words/format.js';
import { DemoTalk } from './demo-talk.js';

interface DemoTransferProps {
  readonly view: ConversationView;
  readonly tenant: string;
  readonly nameOf: NameOf;
}

/** Where the transfer stands. Whoever watches can take the call as the agent it is offered to, without leaving the page. */
export function DemoTransfer({ view, tenant, nameOf }: DemoTransferProps) {
  const now = useNow();
  const [busy, setBusy] = useState(false);
  const { failed } = useNotices();
  const name = nameOf(view.agentId) || 'an agent';
  const take = async () => {
    setBusy(true);
    try {
      await api.signIn(tenant, view.agentId);
      await api.accept(view.handoffId, view.reservationToken);
    } catch (thrown) {
      failed(thrown, 'The call could not be accepted');
    } finally {
      setBusy(false);
    }
  };
  if (view.phase === 'offered') {
    const left = Math.max(0, Math.ceil((view.offerExpiresAtMs - now) / 1000));
    return (
      <div className="soft" style={{ padding: 14 }} data-testid="demo-offer">
        <Text fw={650}>
          Ringing at {name}’s desk{view.offerExpiresAtMs > 0 ? `, ${left} s left` : ''}
        </Text>
        <Group gap="sm" mt={8}>
          <Button size="xs" color="teal.9" loading={busy} onClick={() => void take()} data-testid="demo-take">
            Take the call as {name}
          </Button>
        </Group>
      </div>
    );
  }
  if (view.phase === 'agent') return <DemoTalk view={view} name={name} />;
  const lines: Readonly<Record<string, string>> = {
    waiting: `Waiting in the queue${view.queue ? ` “${humanise(view.queue)}”` : ''}`,
    ended: view.wrappedUpAs ? `Closed by ${name}: ${humanise(view.wrappedUpAs)}` : 'The call is over',
  };
  const toWrite = view.phase === 'ended' && view.agentId !== '' && !view.wrappedUpAs;
  return (
    <Group className="soft" p={14} gap={10}>
      {view.phase === 'waiting' ? <Loader size="xs" /> : null}
      <Text fw={650}>{lines[view.phase] ?? 'A person is being found'}</Text>
      {toWrite ? (
        <Anchor component={Link} href="/desk" size="sm">
          Write it up at the desk
        </Anchor>
      ) : null}
    </Group>
  );
}

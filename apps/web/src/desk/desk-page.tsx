import { Alert, Avatar, Button, Loader, Stack, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useState } from 'react';
import { useTenants } from '../api/use-tenants.js';
import { useNames } from '../conversation/use-names.js';
import { Icon } from '../shell/icon.js';
import { Nothing } from '../shell/nothing.js';
import { humanise, initials } from '../words/format.js';
import { reasonTitle } from '../words/titles.js';
import './desk.css';
import type { CurrentCall } from './desk-state.js';
import { LeftBehind } from './left-behind.js';
import { LiveCalls } from './live-calls.js';
import { OfferPanel } from './offer-panel.js';
import { PresenceSwitch } from './presence-switch.js';
import { QueueStrip } from './queue-strip.js';
import { SignIn } from './sign-in.js';
import { TeamList } from './team-list.js';
import { useDesk } from './use-desk.js';
import { Workspace } from './workspace.js';

/** `/desk`: where a person takes over. */
export function DeskPage() {
  const tenants = useTenants();
  const nameOf = useNames();
  const desk = useDesk();
  const [draft, setDraft] = useState({ handoffId: '', text: '', focus: 0 });
  const { agent, current, queue } = desk.state;
  useDocumentTitle(titleOf(current));

  if (!tenants || desk.loading) return <Loader aria-label="Loading" />;
  if (!agent) return <SignIn tenants={tenants} onSignIn={desk.signIn} />;

  // A draft belongs to one call: what was meant for one caller never stands in the composer of the next.
  const handoffId = current?.handoff.handoffId ?? '';
  const text = draft.handoffId === handoffId ? draft.text : '';
  const putDraft = (next: string) => setDraft(({ focus }) => ({ handoffId, text: next, focus }));
  const putSentence = (next: string) =>
    setDraft(({ focus }) => ({ handoffId, text: next, focus: focus + 1 }));
  const tenant = tenants.find(({ id }) => id === desk.tenant);
  const offered = current?.handoff.state === 'offered' ? current : undefined;
  return (
    <>
      <div className="card desk-bar" data-testid="desk-bar">
        <Avatar color="baton" radius="xl">
          {initials(agent.name)}
        </Avatar>
        <div style={{ flex: 1, minWidth: 160 }}>
          <Text fw={650} lh={1.2}>
            {agent.name || nameOf(agent.agentId)}
            {desk.state.role === 'supervisor' ? ' · Supervisor' : ''}
          </Text>
          <Text size="xs" c="dimmed">
            {[tenant?.company, Object.keys(agent.skills).map(humanise).join(', ')]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
        <PresenceSwitch presence={agent.presence} onChange={(presence) => void desk.setPresence(presence)} />
        <Button
          variant="subtle"
          color="gray"
          leftSection={<Icon name="out" size={16} />}
          onClick={() => void desk.signOut()}
          data-testid="sign-out"
        >
          Sign out
        </Button>
      </div>
      {desk.connected ? null : (
        <Alert color="yellow" mb="md" data-testid="desk-offline">
          No connection to Baton. It is tried again by itself; an offer you do not see goes to the next agent.
        </Alert>
      )}
      <div className="desk-grid">
        <Stack gap="md">
          {desk.state.role === 'supervisor' ? (
            <LiveCalls tenant={desk.tenant} busy={current !== undefined} onTakeOver={desk.takeOver} />
          ) : null}
          <QueueStrip handoffs={queue} nameOf={nameOf} onCallback={desk.bookCallback} />
          <LeftBehind renew={queue} />
          <TeamList tenant={desk.tenant} me={agent.agentId} renew={queue} />
        </Stack>
        {current && !offered ? (
          <Workspace
            key={current.handoff.handoffId}
            call={current}
            desk={desk}
            nameOf={nameOf}
            tenant={tenant}
            draft={{ text, focus: draft.focus }}
            onDraft={putDraft}
            onUseSentence={putSentence}
          />
        ) : (
          <div
            className="card"
            style={{ display: 'grid', placeItems: 'center', minHeight: 420 }}
            data-testid="desk-idle"
          >
            {agent.presence === 'available' ? (
              <Nothing icon="bell" title="You are available">
                The next call that needs your skills rings here, with everything known about it.
              </Nothing>
            ) : (
              <Nothing icon="clock" title="No calls are offered to you">
                Set yourself to Available when you are ready.
              </Nothing>
            )}
          </div>
        )}
      </div>
      {offered ? (
        <OfferPanel
          key={`${offered.handoff.handoffId} ${offered.handoff.reservationToken}`}
          call={offered}
          nameOf={nameOf}
          onAccept={desk.accept}
          onReject={desk.reject}
          onUseSentence={putSentence}
        />
      ) : null}
    </>
  );
}

function titleOf(current: CurrentCall | undefined): string {
  if (!current) return 'Desk · Baton';
  if (current.handoff.state !== 'offered') return 'In a call · Baton';
  return `☎ Incoming: ${current.handoff.reasons.map(reasonTitle).join(', ') || 'a caller'} · Baton`;
}

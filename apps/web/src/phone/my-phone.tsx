import { Alert, Anchor, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { ApiError } from '../api/http.js';
import { useTenants } from '../api/use-tenants.js';
import { Transcript } from '../conversation/transcript.js';
import { useNames } from '../conversation/use-names.js';
import { useWatchedConversation } from '../conversation/use-watched-conversation.js';
import { useNotices } from '../notices/notices.js';
import { Icon } from '../shell/icon.js';
import { Nothing } from '../shell/nothing.js';
import { CallControls } from './call-controls.js';
import { CallSetup } from './call-setup.js';
import { ConsentPanel } from './consent-panel.js';
import { LeaveMessage } from './leave-message.js';
import { Handset } from './handset.js';
import { phaseLine } from './phase-line.js';
import { TryThis } from './try-this.js';
import { useCall } from './use-call.js';

/** My own call. The gateway carries it; the live channel beside it tells who the agent is and what I consented to. */
export function MyPhone() {
  const tenants = useTenants();
  const nameOf = useNames();
  const { failed } = useNotices();
  const call = useCall();
  const { state } = call;
  const { view } = useWatchedConversation(state.conversationId, call.tenant);
  const [tenantId, setTenantId] = useState('');
  useEffect(() => {
    if (state.error)
      failed(new ApiError(state.error.code, state.error.message, 400), 'The call was not understood');
  }, [state.error, failed]);

  if (!tenants) return <Loader aria-label="Loading" />;
  const inCall = state.phase !== 'idle';
  const going = inCall && state.phase !== 'ended' && state.phase !== 'ringing';
  const company = tenants.find(({ id }) => id === (inCall ? call.tenant : tenantId)) ?? tenants[0];
  const turns = state.turns.map((turn) => ({
    ...turn,
    agentId: turn.agentId || (view.turns.find(({ index }) => index === turn.index)?.agentId ?? ''),
  }));

  return (
    <div className="phone-page">
      <CallSetup
        tenants={tenants}
        busy={going}
        tenantId={company?.id ?? ''}
        onTenant={setTenantId}
        onCall={(dial) => call.dial(dial)}
      />
      <Handset
        title={company?.company ?? 'Phone'}
        phase={state.phase}
        line={phaseLine({ ...state, agentName: nameOf(view.agentId) })}
        startedAtMs={call.startedAtMs}
        foot={
          going ? (
            <>
              {state.phase === 'waiting' ? (
                <LeaveMessage open={state.canLeaveMessage} onLeave={call.leaveMessage} />
              ) : null}
              <CallControls call={call} />
            </>
          ) : state.phase === 'ringing' ? (
            <Group justify="center" gap="md" data-testid="phone-ringing">
              <Button color="teal.9" radius="xl" onClick={() => call.answer(true)} data-testid="phone-answer">
                Answer
              </Button>
              <Button
                color="red.8"
                radius="xl"
                onClick={() => call.answer(false)}
                data-testid="phone-decline"
              >
                Not now
              </Button>
            </Group>
          ) : state.phase === 'ended' ? (
            <>
              <Anchor component={Link} ta="center" href={auditOf(state.conversationId, call.tenant)}>
                See the record of this call
              </Anchor>
              <Button variant="light" radius="xl" onClick={call.putAway} data-testid="phone-new">
                Make another call
              </Button>
            </>
          ) : null
        }
      >
        {going && !call.connected ? (
          <Alert color="yellow" radius={0} py={8} data-testid="phone-reconnecting">
            The line is down; reconnecting. What you type is sent when it is back.
          </Alert>
        ) : null}
        {inCall ? (
          <Transcript
            turns={turns}
            pending={state.pending}
            mine="customer"
            customerName="You"
            nameOf={nameOf}
            empty={<Text p="md">…</Text>}
          />
        ) : (
          <div className="handset-idle">
            <Nothing icon="phone" title="No call at the moment">
              Choose whom you call and who you are, then press Call.
            </Nothing>
          </div>
        )}
      </Handset>
      <Stack gap="lg">
        <ConsentPanel
          consents={view.consents}
          onConsent={going && call.connected ? call.consent : undefined}
        />
        <TryThis tenant={company} onSay={going ? call.say : undefined} />
        {state.conversationId ? (
          <Anchor component={Link} size="sm" href={auditOf(state.conversationId, call.tenant)}>
            <Icon name="audit" size={14} /> The audit trail of this call
          </Anchor>
        ) : null}
      </Stack>
    </div>
  );
}

const auditOf = (conversationId: string, tenant: string): string =>
  `/audit?c=${encodeURIComponent(conversationId)}&tenant=${encodeURIComponent(tenant)}`;

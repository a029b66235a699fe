import { Button, Loader, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { api } from '../api/endpoints.js';
import type { ConversationView } from '../conversation/conversation-view.js';
import { Section } from '../conversation/section.js';
import { Articles, Feeling, Guidance, Who, Why } from '../desk/packet-parts.js';
import '../desk/desk.css';
import { useNotices } from '../notices/notices.js';
import { Nothing } from '../shell/nothing.js';
import { useNow } from '../shell/use-now.js';
import type { NameOf } from '../words/describe-event.js';
import { humanise } from '../words/format.js';

interface DemoDeskProps {
  readonly view: ConversationView;
  readonly tenant: string;
  readonly nameOf: NameOf;
}

/** What the desk has of the demo call: nothing while the bot copes, then the packet and who takes it. */
export function DemoDesk({ view, tenant, nameOf }: DemoDeskProps) {
  if (!view.decision) {
    return (
      <Nothing icon="desk" title={view.phase === 'ended' ? 'No person was needed' : 'The assistant copes'}>
        Each turn is decided on. When a person is needed, the packet appears here.
      </Nothing>
    );
  }
  const { packet, assist } = view;
  const sentence = assist?.suggestedFirstSentence || packet?.suggestedFirstSentence;
  const guidance = assist?.guidance ?? packet?.guidance ?? [];
  const articles = assist?.articles ?? packet?.articles ?? [];
  return (
    <Stack className="scroll" p="md" gap="md" tabIndex={0} style={{ flex: 1, minHeight: 0 }}>
      <Progress view={view} tenant={tenant} nameOf={nameOf} />
      <Why decision={view.decision} />
      {packet ? (
        <>
          <Who packet={packet} />
          {packet.sentiment.length > 0 ? (
            <Section title="How they feel">
              <Feeling packet={packet} />
            </Section>
          ) : null}
        </>
      ) : null}
      {sentence ? (
        <Section title="Suggested first sentence">
          <Text size="sm" fs="italic">
            “{sentence}”
          </Text>
        </Section>
      ) : null}
      {guidance.length > 0 ? <Guidance lines={guidance} /> : null}
      {articles.length > 0 ? <Articles articles={articles.slice(0, 2)} /> : null}
    </Stack>
  );
}

/** Where the transfer stands; an offer can be taken from here as the agent it was made to. */
function Progress({ view, tenant, nameOf }: DemoDeskProps) {
  const now = useNow();
  const [busy, setBusy] = useState(false);
  const [, navigate] = useLocation();
  const { failed } = useNotices();
  const name = nameOf(view.agentId) || 'an agent';
  const take = () => {
    setBusy(true);
    api.signIn(tenant, view.agentId).then(
      () => navigate('/desk'),
      (thrown: unknown) => {
        setBusy(false);
        failed(thrown, 'The desk could not be opened');
      },
    );
  };
  if (view.phase === 'offered') {
    const left = Math.max(0, Math.ceil((view.offerExpiresAtMs - now) / 1000));
    return (
      <div className="soft" style={{ padding: 14 }} data-testid="demo-offer">
        <Text fw={650}>
          Ringing at {name}’s desk{view.offerExpiresAtMs > 0 ? `, ${left} s left` : ''}
        </Text>
        <Button mt={8} size="xs" color="teal.8" loading={busy} onClick={take} data-testid="demo-take">
          Sit at this desk and take it
        </Button>
      </div>
    );
  }
  const line = {
    waiting: `Waiting in the queue${view.queue ? ` “${humanise(view.queue)}”` : ''}`,
    agent: `${name} is with the caller${view.timeToHumanMs > 0 ? `, ${(view.timeToHumanMs / 1000).toFixed(1)} s after the request` : ''}`,
    ended: view.wrappedUpAs ? `Closed by ${name}: ${humanise(view.wrappedUpAs)}` : 'The call is over',
  }[view.phase as string];
  return (
    <div className="soft" style={{ padding: 14, display: 'flex', gap: 10, alignItems: 'center' }}>
      {view.phase === 'waiting' ? <Loader size="xs" /> : null}
      <Text fw={650}>{line ?? 'A person is being found'}</Text>
    </div>
  );
}

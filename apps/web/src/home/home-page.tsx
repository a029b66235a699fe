import { Button, Group, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { api } from '../api/endpoints.js';
import { useTenants } from '../api/use-tenants.js';
import type { ConversationView } from '../conversation/conversation-view.js';
import { useNames } from '../conversation/use-names.js';
import { useWatchedConversation } from '../conversation/use-watched-conversation.js';
import { useNotices } from '../notices/notices.js';
import { Icon, type IconName } from '../shell/icon.js';
import { DemoStage } from './demo-stage.js';
import { FlowFigure } from './flow-figure.js';
import './home.css';
import { StatusStrip } from './status-strip.js';

const doors: readonly {
  readonly path: string;
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
}[] = [
  {
    path: '/phone',
    icon: 'phone',
    title: 'Phone',
    text: 'Call a company as one of its customers. You type instead of speaking.',
  },
  {
    path: '/desk',
    icon: 'desk',
    title: 'Desk',
    text: 'Take the calls the assistant hands over, knowing the case before you say hello.',
  },
  {
    path: '/audit',
    icon: 'audit',
    title: 'Audit',
    text: 'Read what happened, why it was decided, and the proof that the log is whole.',
  },
];

/** `/`: what Baton is, and a call to watch. `?demo=` keeps the demo on screen over a reload. */
export function HomePage() {
  useDocumentTitle('Baton');
  const tenants = useTenants();
  const nameOf = useNames();
  const { failed } = useNotices();
  const [search, setSearch] = useSearchParams();
  const [chosen, setChosen] = useState('');
  const [busy, setBusy] = useState(false);
  const conversationId = search.get('demo') ?? '';
  const playable = tenants?.filter(({ demoCall }) => demoCall !== '') ?? [];
  const tenant = search.get('tenant') || chosen || (playable[0]?.id ?? '');
  const { view } = useWatchedConversation(conversationId, tenant);
  const stage = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (conversationId) stage.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }, [conversationId]);

  const play = async () => {
    setBusy(true);
    try {
      const company = chosen || tenant;
      setSearch(new URLSearchParams({ demo: await api.demoCall(company), tenant: company }));
    } catch (thrown) {
      failed(thrown, 'The demo call could not be started');
    } finally {
      setBusy(false);
    }
  };

  return (
    <Stack gap="lg">
      <section className="hero">
        <h1>The right person on the line, knowing the case</h1>
        <p>
          Baton listens to every conversation an AI voice agent has with a customer and decides, turn by turn,
          whether it may go on. When it may not, Baton puts the right human on the line with everything known
          about the call, and keeps a record anyone can verify.
        </p>
        <FlowFigure reached={conversationId ? reachedBy(view) : -1} />
        <Group justify="center" mt="lg" gap="sm">
          <Button
            size="lg"
            radius="xl"
            leftSection={<Icon name="play" />}
            loading={busy}
            disabled={playable.length === 0}
            onClick={() => void play()}
            data-testid="demo-button"
          >
            {conversationId ? 'Play it again' : 'Play a demo call live'}
          </Button>
          {playable.length > 1 ? (
            <NativeSelect
              size="lg"
              radius="xl"
              aria-label="Company of the demo call"
              data={playable.map(({ id, company }) => ({ value: id, label: company }))}
              value={chosen || tenant}
              onChange={({ currentTarget }) => setChosen(currentTarget.value)}
              data-testid="demo-tenant"
            />
          ) : null}
        </Group>
        {tenants && playable.length === 0 ? (
          <Text size="sm" c="dimmed" mt="sm">
            Baton runs without its demo data, so there is no demo call to play.
          </Text>
        ) : null}
      </section>
      {conversationId ? (
        <div ref={stage} style={{ scrollMarginTop: 76 }}>
          <DemoStage conversationId={conversationId} tenant={tenant} view={view} nameOf={nameOf} />
        </div>
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        {doors.map(({ path, icon, title, text }) => (
          <Link key={path} href={path} className="card door" data-testid={`open-${title.toLowerCase()}`}>
            <span style={{ color: 'var(--mantine-color-baton-light-color)', paddingTop: 2 }}>
              <Icon name={icon} size={26} />
            </span>
            <span>
              <Text fw={650} component="span" display="block">
                {title}
              </Text>
              <Text size="sm" c="dimmed" component="span" display="block" mt={3}>
                {text}
              </Text>
            </span>
          </Link>
        ))}
      </SimpleGrid>
      <StatusStrip tenants={tenants} />
    </Stack>
  );
}

/** How far the call has come along the figure. */
function reachedBy(view: ConversationView): number {
  if (view.phase === 'ended') return 3;
  if (view.phase === 'agent') return 2;
  return view.decision ? 1 : 0;
}

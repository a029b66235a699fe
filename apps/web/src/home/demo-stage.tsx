import { Anchor, Badge, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ConversationView } from '../conversation/conversation-view.js';
import { Transcript } from '../conversation/transcript.js';
import { phaseLine } from '../phone/phase-line.js';
import { Icon, type IconName } from '../shell/icon.js';
import type { NameOf } from '../words/describe-event.js';
import { DemoDesk } from './demo-desk.js';
import { DemoTrail } from './demo-trail.js';

interface DemoStageProps {
  readonly conversationId: string;
  readonly tenant: string;
  readonly view: ConversationView;
  readonly nameOf: NameOf;
}

/** One call in three places at once: what the caller hears, what the agent sees, what the record keeps. */
export function DemoStage({ conversationId, tenant, view, nameOf }: DemoStageProps) {
  const id = encodeURIComponent(conversationId);
  return (
    <div className="stage" data-testid="demo-stage" data-phase={view.phase}>
      <StageView
        icon="phone"
        title="Phone"
        open={`/phone?watch=${id}`}
        line={phaseLine({ ...view, agentName: nameOf(view.agentId) })}
      >
        <Transcript
          turns={view.turns}
          mine="customer"
          nameOf={nameOf}
          empty={
            <Text p="md" c="dimmed">
              Ringing…
            </Text>
          }
        />
      </StageView>
      <StageView icon="desk" title="Desk" open="/desk">
        <DemoDesk view={view} tenant={tenant} nameOf={nameOf} />
      </StageView>
      <StageView
        icon="audit"
        title="Audit"
        open={`/audit?tenant=${encodeURIComponent(tenant)}&c=${id}`}
        line={`${view.events.length} events`}
      >
        <DemoTrail events={view.events} nameOf={nameOf} />
      </StageView>
    </div>
  );
}

interface StageViewProps {
  readonly icon: IconName;
  readonly title: string;
  readonly open: string;
  readonly line?: string;
  readonly children: ReactNode;
}

function StageView({ icon, title, open, line, children }: StageViewProps) {
  return (
    <section
      className="card stage-view"
      aria-label={`${title}, live`}
      data-testid={`demo-${title.toLowerCase()}`}
    >
      <header className="stage-head">
        <Icon name={icon} />
        <Text fw={650}>{title}</Text>
        {line ? (
          <Badge variant="light" color="gray" tt="none" style={{ flexShrink: 1 }}>
            {line}
          </Badge>
        ) : null}
        <Anchor component={Link} href={open} size="sm" ml="auto" style={{ flex: 'none' }}>
          Open
        </Anchor>
      </header>
      {children}
    </section>
  );
}

import { Alert, Badge, Button, Loader, Text, Title } from '@mantine/core';
import type { Disposition } from '../api/model.js';
import { Section } from '../conversation/section.js';
import { Transcript } from '../conversation/transcript.js';
import { useNow } from '../shell/use-now.js';
import type { NameOf } from '../words/describe-event.js';
import { clock, humanise } from '../words/format.js';
import { endingTitle } from '../words/titles.js';
import { Composer } from './composer.js';
import type { CurrentCall } from './desk-state.js';
import { KnowledgeSearch } from './knowledge-search.js';
import { PacketView } from './packet-view.js';
import type { Desk } from './use-desk.js';
import { WrapUp } from './wrap-up.js';

interface WorkspaceProps {
  readonly call: CurrentCall;
  readonly desk: Desk;
  readonly nameOf: NameOf;
  readonly dispositions: readonly Disposition[];
  readonly draft: { readonly text: string; readonly focus: number };
  readonly onDraft: (text: string) => void;
  readonly onUseSentence: (sentence: string) => void;
}

/** The call an agent is in: the conversation on the left, what helps on the right. */
export function Workspace({
  call,
  desk,
  nameOf,
  dispositions,
  draft,
  onDraft,
  onUseSentence,
}: WorkspaceProps) {
  const now = useNow();
  const { handoff, packet, assist, turns, ended } = call;
  const wrapUp = handoff.state === 'wrap-up';
  const connected = handoff.state === 'bridged' && ended === undefined;
  return (
    <div className="desk-call" data-testid="workspace" data-state={handoff.state}>
      <section className="card desk-talk" aria-label="The call">
        <header className="desk-head">
          <Title order={2} size="h4" flex={1}>
            {packet?.customer.name || 'Caller'}
          </Title>
          <Badge variant="light" color={connected ? 'teal' : 'gray'} tt="none" data-testid="handoff-state">
            {stateTitles[handoff.state] ?? humanise(handoff.state)}
          </Badge>
          <Text size="sm" c="dimmed" className="tabular" title="Since the caller asked for a person">
            {clock(now - handoff.requestedAtMs)}
          </Text>
          {wrapUp ? null : (
            <Button
              color="red"
              variant="light"
              size="xs"
              disabled={handoff.state !== 'bridged'}
              onClick={() => void desk.finish()}
              data-testid="finish"
            >
              Finish
            </Button>
          )}
        </header>
        <Transcript
          turns={turns}
          mine="agent"
          nameOf={nameOf}
          customerName={packet?.customer.name || 'Caller'}
        />
        {ended !== undefined || wrapUp ? (
          <Alert color="gray" radius={0} py={8}>
            The call is over. {endingTitle(ended ?? '')}
          </Alert>
        ) : null}
        {wrapUp ? (
          <div style={{ borderTop: '1px solid var(--baton-line)' }}>
            <WrapUp handoff={handoff} dispositions={dispositions} onDone={desk.wrapUp} />
          </div>
        ) : (
          <Composer
            draft={draft.text}
            focus={draft.focus}
            onDraft={onDraft}
            onSay={desk.say}
            disabled={!connected}
          />
        )}
      </section>
      <aside className="card desk-side" aria-label="Help for this call" data-testid="assist-panel">
        <div style={{ padding: '14px 18px', borderBottom: '1px solid var(--baton-line)' }}>
          <KnowledgeSearch />
        </div>
        <div
          className="scroll"
          style={{ padding: 18, flex: 1 }}
          tabIndex={0}
          role="region"
          aria-label="Packet"
        >
          {packet ? (
            <PacketView
              packet={packet}
              assist={assist}
              nameOf={nameOf}
              onUseSentence={turns.some(({ speaker }) => speaker === 'agent') ? undefined : onUseSentence}
              withTranscript={false}
              wide={false}
            />
          ) : (
            <Section title="Packet">
              <Loader size="sm" />
            </Section>
          )}
        </div>
      </aside>
    </div>
  );
}

const stateTitles: Readonly<Record<string, string>> = {
  accepted: 'Connecting…',
  briefing: 'Connecting…',
  bridged: 'You are with the caller',
  'wrap-up': 'Write-up',
};

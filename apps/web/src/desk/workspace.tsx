import { Alert, Badge, Button, Group, Loader, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Handoff, Tenant } from '../api/model.js';
import { Section } from '../conversation/section.js';
import { Transcript } from '../conversation/transcript.js';
import { useNow } from '../shell/use-now.js';
import type { NameOf } from '../words/describe-event.js';
import { clock, humanise } from '../words/format.js';
import { endingTitle } from '../words/titles.js';
import { ConsultPanel } from './consult-panel.js';
import { Composer } from './composer.js';
import type { CurrentCall } from './desk-state.js';
import { KnowledgeSearch } from './knowledge-search.js';
import { ReturnDialog } from './return-dialog.js';
import { TransferDialog } from './transfer-dialog.js';
import { PacketView } from './packet-view.js';
import type { Desk } from './use-desk.js';
import { WrapUp } from './wrap-up.js';

interface WorkspaceProps {
  readonly call: CurrentCall;
  readonly desk: Desk;
  readonly nameOf: NameOf;
  readonly tenant: Tenant | undefined;
  readonly draft: { readonly text: string; readonly focus: number };
  readonly onDraft: (text: string) => void;
  readonly onUseSentence: (sentence: string) => void;
}

/** The call an agent is in: the conversation on the left, what helps on the right. */
export function Workspace({ call, desk, nameOf, tenant, draft, onDraft, onUseSentence }: WorkspaceProps) {
  const now = useNow();
  const { handoff, packet, assist, turns, ended } = call;
  const wrapUp = handoff.state === 'wrap-up';
  const connected = handoff.state === 'bridged' && ended === undefined;
  const [dialog, setDialog] = useState<'transfer' | 'return'>();
  const { transfer } = handoff;
  const me = desk.state.agent?.agentId ?? '';
  const onHold = transfer?.kind === 'consult' && transfer.phase !== 'conference';
  const consults =
    ended === undefined &&
    !wrapUp &&
    (transfer?.kind === 'consult' || handoff.state === 'consulting' || handoff.participant);
  const next = desk.state.queue.find(({ handoffId }) => handoffId === handoff.nextHandoffId);
  return (
    <div className="desk-call" data-testid="workspace" data-state={handoff.state}>
      <section className="card desk-talk" aria-label="The call">
        <header className="desk-head">
          <Title order={2} size="h4" flex={1}>
            {packet?.customer.name || 'Caller'}
          </Title>
          <Badge
            variant="light"
            color={onHold ? 'violet' : connected ? 'teal' : 'gray'}
            tt="none"
            data-testid="handoff-state"
          >
            {onHold && connected
              ? 'The caller is on hold'
              : (stateTitles[handoff.state] ?? humanise(handoff.state))}
          </Badge>
          <Text size="sm" c="dimmed" className="tabular" title="Since the caller asked for a person">
            {clock(now - handoff.requestedAtMs)}
          </Text>
          {wrapUp || handoff.state === 'consulting' ? null : (
            <Group gap={6}>
              {handoff.participant || handoff.transfer ? null : (
                <>
                  <Button
                    size="xs"
                    variant="light"
                    disabled={!connected}
                    onClick={() => setDialog('transfer')}
                    data-testid="transfer"
                  >
                    Transfer…
                  </Button>
                  <Button
                    size="xs"
                    variant="default"
                    disabled={!connected}
                    onClick={() => setDialog('return')}
                    data-testid="return"
                  >
                    To the assistant…
                  </Button>
                </>
              )}
              <Button
                color="red"
                variant="light"
                size="xs"
                disabled={handoff.state !== 'bridged'}
                onClick={() => void desk.finish()}
                data-testid="finish"
              >
                {handoff.participant ? 'Leave the call' : 'Finish'}
              </Button>
            </Group>
          )}
        </header>
        <Transcript
          turns={turns}
          mine="agent"
          nameOf={nameOf}
          customerName={packet?.customer.name || 'Caller'}
        />
        {handoff.transferFailed && connected && !handoff.transfer ? (
          <Alert color="yellow" radius={0} py={8} data-testid="transfer-failed">
            {transferFailedText(handoff.transferFailed)} The caller is with you.
          </Alert>
        ) : null}
        {ended !== undefined || wrapUp ? (
          <Alert color="gray" radius={0} py={8} data-testid="call-over">
            {handoff.nextHandoffId && ended === undefined
              ? goesOn(next, nameOf)
              : `The call is over. ${endingTitle(ended ?? '')}`}
          </Alert>
        ) : null}
        {consults ? (
          <ConsultPanel
            handoff={handoff}
            lines={call.consult}
            me={me}
            nameOf={nameOf}
            onSay={desk.sayInConsult}
            onSettle={desk.settle}
          />
        ) : null}
        {wrapUp ? (
          <div style={{ borderTop: '1px solid var(--baton-line)' }}>
            <WrapUp handoff={handoff} dispositions={tenant?.dispositions ?? []} onDone={desk.wrapUp} />
          </div>
        ) : (
          <Composer
            draft={draft.text}
            focus={draft.focus}
            onDraft={onDraft}
            onSay={desk.say}
            disabled={!connected || onHold}
            waiting={
              onHold || handoff.state === 'consulting' ? 'The caller is on hold and hears nobody' : undefined
            }
          />
        )}
        <TransferDialog
          tenant={tenant}
          me={me}
          opened={dialog === 'transfer'}
          onClose={() => setDialog(undefined)}
          onTransfer={desk.transfer}
        />
        <ReturnDialog
          opened={dialog === 'return'}
          onClose={() => setDialog(undefined)}
          onReturn={desk.returnToBot}
        />
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

/** Where the caller went, as far as this desk knows. */
function goesOn(next: Handoff | undefined, nameOf: NameOf): string {
  if (!next) return 'The call goes on with a colleague.';
  const name = nameOf(next.agentId);
  const refused = next.refused
    .map(({ agentId, reason }) => `${nameOf(agentId)} did not take it: ${reason}.`)
    .join(' ');
  if (next.state === 'bridged') return `The caller is with ${name}.`;
  if (next.state === 'offered') return `${refused} It rings at ${name}.`.trim();
  return `${refused} The caller waits for ${humanise(next.queue)}.`.trim();
}

function transferFailedText(reason: string): string {
  const texts: Readonly<Record<string, string>> = {
    'not-free': 'Your colleague is not free any more.',
    'no-answer': 'Your colleague did not answer.',
    'nobody-free': 'Nobody was free to help.',
    'not-bridged': 'Your colleague could not be joined.',
    'consult-too-long': 'The consult took too long.',
  };
  return texts[reason] ?? `Your colleague did not take it: ${reason}.`;
}

const stateTitles: Readonly<Record<string, string>> = {
  accepted: 'Connecting…',
  briefing: 'Connecting…',
  consulting: 'A colleague asks you',
  bridged: 'You are with the caller',
  'wrap-up': 'Write-up',
};

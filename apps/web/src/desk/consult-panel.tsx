import { ActionIcon, Badge, Button, Group, Loader, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Settlement } from '../api/endpoints.js';
import type { ConsultLine, Handoff } from '../api/model.js';
import { newId } from '../phone/use-call.js';
import { Icon } from '../shell/icon.js';
import type { NameOf } from '../words/describe-event.js';
import { humanise } from '../words/format.js';

interface ConsultPanelProps {
  readonly handoff: Handoff;
  readonly lines: readonly ConsultLine[];
  readonly me: string;
  readonly nameOf: NameOf;
  readonly onSay: (text: string, id: string) => Promise<boolean>;
  readonly onSettle: (outcome: Settlement) => Promise<boolean>;
}

/** Two agents in private, while the caller is on hold; and what the one who asked makes of it. */
export function ConsultPanel({ handoff, lines, me, nameOf, onSay, onSettle }: ConsultPanelProps) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const { transfer, askedByAgentId, participant, state } = handoff;
  const asks = transfer !== undefined;
  const phase = transfer?.phase ?? (participant && state === 'bridged' ? 'conference' : 'consulting');
  const other = nameOf(asks ? transfer.agentId : askedByAgentId);
  const talking = phase === 'consulting' || phase === 'conference';
  const say = (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (!said) return;
    void onSay(said, newId()).then((done) => done && setText(''));
  };
  const settle = (outcome: Settlement) => {
    setBusy(true);
    void onSettle(outcome).finally(() => setBusy(false));
  };
  return (
    <section className="consult" aria-label="Consult" data-testid="consult-panel" data-phase={phase}>
      <Group gap={8} wrap="nowrap">
        <Badge color="violet" variant="light" tt="none" style={{ flex: 'none' }}>
          Private
        </Badge>
        <Text size="sm" fw={600} flex={1} truncate>
          {titleOf(phase, other || humanise(transfer?.queue ?? ''))}
        </Text>
        {phase === 'asked' || phase === 'settling' ? <Loader size="xs" /> : null}
      </Group>
      {lines.length > 0 ? (
        <ol className="consult-lines" aria-live="polite">
          {lines.map((line) => (
            <li
              key={line.index}
              className={line.fromAgentId === me ? 'consult-mine' : ''}
              data-testid="consult-line"
            >
              <span className="consult-name">
                {line.fromAgentId === me ? 'You' : nameOf(line.fromAgentId)}
              </span>
              {line.text}
            </li>
          ))}
        </ol>
      ) : talking ? (
        <Text size="sm" c="dimmed">
          {phase === 'conference'
            ? 'What you write here only your colleague reads.'
            : 'The caller is on hold and hears neither of you. What you write here only your colleague reads.'}
        </Text>
      ) : null}
      {talking ? (
        <form onSubmit={say} className="consult-say">
          <TextInput
            flex={1}
            size="sm"
            aria-label="Say to your colleague"
            placeholder="To your colleague only…"
            value={text}
            maxLength={4000}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            data-testid="consult-input"
          />
          <ActionIcon
            type="submit"
            size={36}
            color="violet"
            aria-label="Send to your colleague"
            disabled={!text.trim()}
            data-testid="consult-send"
          >
            <Icon name="send" size={16} />
          </ActionIcon>
        </form>
      ) : null}
      {asks && phase !== 'settling' ? (
        <Group gap={8}>
          <Button
            size="xs"
            color="teal.9"
            disabled={busy || phase === 'asked'}
            onClick={() => settle('transferred')}
            data-testid="settle-transferred"
          >
            Hand the caller over
          </Button>
          {phase === 'conference' ? null : (
            <Button
              size="xs"
              variant="light"
              disabled={busy || phase === 'asked'}
              onClick={() => settle('conference')}
              data-testid="settle-conference"
            >
              Talk all three
            </Button>
          )}
          <Button
            size="xs"
            variant="default"
            disabled={busy}
            onClick={() => settle('cancelled')}
            data-testid="settle-cancelled"
          >
            {phase === 'conference' ? 'Go on alone' : 'Back to the caller'}
          </Button>
        </Group>
      ) : null}
    </section>
  );
}

function titleOf(phase: string, other: string): string {
  switch (phase) {
    case 'asked':
      return `Asking ${other}; the caller is on hold`;
    case 'settling':
      return 'Bringing the caller and your colleague together…';
    case 'conference':
      return `${other} is in the call with you`;
    default:
      return `With ${other}; the caller is on hold`;
  }
}

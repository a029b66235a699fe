import { Button, FocusTrap, Group, Loader, Menu, RingProgress, Text, Title } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { Handoff } from '../api/model.js';
import { useNow } from '../shell/use-now.js';
import type { NameOf } from '../words/describe-event.js';
import { languageName } from '../words/format.js';
import { PriorityBadge } from '../conversation/chips.js';
import { reasonTitle } from '../words/titles.js';
import type { CurrentCall } from './desk-state.js';
import { PacketView } from './packet-view.js';

const rejections = ['Not my area', 'I do not speak the language', 'I need a moment', 'Technical problem'];

interface OfferPanelProps {
  readonly call: CurrentCall;
  readonly nameOf: NameOf;
  readonly onAccept: () => Promise<boolean>;
  readonly onReject: (reason: string) => Promise<boolean>;
  readonly onUseSentence: (sentence: string) => void;
}

/** A call that rings: the packet, the time left, yes or no. */
export function OfferPanel({ call, nameOf, onAccept, onReject, onUseSentence }: OfferPanelProps) {
  const { handoff, packet, assist } = call;
  const now = useNow(250);
  const left = Math.max(0, handoff.deadlineAtMs - now);
  // How long the offer lasts is the pack's business; what was left when it appeared is the whole ring.
  const whole = useRef(Math.max(1, left));
  const [busy, setBusy] = useState(false);
  const title = useId();
  const work = (doing: Promise<boolean>) => {
    setBusy(true);
    void doing.finally(() => setBusy(false));
  };
  const seconds = Math.ceil(left / 1000);
  // The packet is drawn: time to human counts it. That it could not be told loses a figure, not a caller.
  const { handoffId, reservationToken } = handoff;
  const drawn = packet !== undefined;
  useEffect(() => {
    if (drawn) api.shown(handoffId, reservationToken).catch(() => undefined);
  }, [drawn, handoffId, reservationToken]);
  return (
    <div className="offer-veil">
      <FocusTrap active>
        <div
          className="offer"
          role="alertdialog"
          aria-modal="true"
          aria-labelledby={title}
          data-testid="offer-panel"
          data-handoff={handoff.handoffId}
        >
          <header className="offer-head">
            <RingProgress
              size={62}
              thickness={6}
              roundCaps
              sections={[{ value: (left / whole.current) * 100, color: seconds <= 5 ? 'red' : 'teal' }]}
              label={
                <Text ta="center" fw={700} className="tabular" role="timer" data-testid="offer-countdown">
                  {seconds}
                </Text>
              }
            />
            <div style={{ flex: 1, minWidth: 220 }}>
              <Title order={2} size="h3" id={title}>
                {titleOf(handoff, nameOf)}
              </Title>
              <Text c="dimmed" size="sm">
                {[
                  packet?.customer.name || 'A caller',
                  languageName(handoff.language),
                  handoff.queue && `queue ${handoff.queue}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </div>
            <PriorityBadge priority={handoff.priority} />
          </header>
          <div
            className="scroll"
            style={{ padding: '20px 22px', flex: 1, minHeight: 0 }}
            tabIndex={0}
            aria-label="Packet"
            role="region"
          >
            {handoff.note && !packet?.notes.some(({ text }) => text === handoff.note) ? (
              <div className="from-colleague" style={{ marginBottom: 20 }} data-testid="offer-note">
                <Text size="xs" c="dimmed">
                  {nameOf(handoff.askedByAgentId) || 'Your colleague'} writes
                </Text>
                <Text size="sm">{handoff.note}</Text>
              </div>
            ) : null}
            {packet ? (
              <PacketView
                packet={packet}
                assist={assist}
                nameOf={nameOf}
                onUseSentence={onUseSentence}
                withTranscript
                wide
              />
            ) : (
              <Group justify="center" p="xl">
                <Loader size="sm" />
                <Text c="dimmed">The packet is on its way. You can already accept.</Text>
              </Group>
            )}
          </div>
          <footer className="offer-foot">
            <Text size="sm" c="dimmed" flex={1} miw={200}>
              {seconds > 0
                ? handoff.kind === 'consult' && handoff.targetAgentId !== ''
                  ? 'If you do nothing, your colleague goes on alone.'
                  : 'If you do nothing, the next agent is asked.'
                : 'Time is up; the next agent is asked.'}
            </Text>
            <Menu position="top-end" withinPortal={false}>
              <Menu.Target>
                <Button variant="default" size="md" disabled={busy} data-testid="offer-reject">
                  Reject…
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>Why not?</Menu.Label>
                {rejections.map((reason, at) => (
                  <Menu.Item
                    key={reason}
                    onClick={() => work(onReject(reason))}
                    data-testid={`reject-reason-${at}`}
                  >
                    {reason}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            <Button
              size="md"
              color="teal.9"
              loading={busy}
              onClick={() => work(onAccept())}
              data-autofocus
              data-testid="offer-accept"
            >
              {handoff.kind === 'consult'
                ? 'Help'
                : handoff.kind === 'callback'
                  ? 'Ring them'
                  : 'Accept the call'}
            </Button>
          </footer>
        </div>
      </FocusTrap>
    </div>
  );
}

function titleOf({ kind, reasons, askedByAgentId }: Handoff, nameOf: NameOf): string {
  const why = reasons.map(reasonTitle).join(', ') || 'A caller needs a person';
  const colleague = nameOf(askedByAgentId) || 'A colleague';
  if (kind === 'consult') return `${colleague} asks for your advice`;
  if (kind === 'transfer') return `${colleague} passes a caller on: ${why}`;
  return kind === 'callback' ? `Call back: ${why}` : why;
}

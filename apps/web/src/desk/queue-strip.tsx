import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { CSSProperties } from 'react';
import type { Handoff } from '../api/model.js';
import type { NameOf } from '../words/describe-event.js';
import { PriorityBadge } from '../conversation/chips.js';
import { useNow } from '../shell/use-now.js';
import { clock, humanise, languageName } from '../words/format.js';
import { priorityColor, reasonTitle } from '../words/titles.js';
import { isWaiting } from './desk-state.js';

interface QueueStripProps {
  readonly handoffs: readonly Handoff[];
  readonly nameOf: NameOf;
  readonly onCallback: (handoffId: string) => Promise<boolean>;
}

/** Who waits, how urgently and for how long. */
export function QueueStrip({ handoffs, nameOf, onCallback }: QueueStripProps) {
  const now = useNow();
  const waiting = handoffs.filter(isWaiting);
  return (
    <Stack
      className="card"
      p="md"
      gap="sm"
      component="section"
      aria-label="Waiting callers"
      data-testid="queue"
    >
      <Group justify="space-between">
        <h2 className="label">Waiting</h2>
        <Badge variant="light" color={waiting.length > 0 ? 'orange' : 'gray'}>
          {waiting.length}
        </Badge>
      </Group>
      {waiting.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nobody waits. Calls the assistant cannot settle appear here.
        </Text>
      ) : null}
      {waiting.map((handoff) => (
        <div
          key={handoff.handoffId}
          className="queue-item"
          style={
            { '--queue-color': `var(--mantine-color-${priorityColor(handoff.priority)}-6)` } as CSSProperties
          }
          data-testid="queue-item"
        >
          <Group justify="space-between" wrap="nowrap" gap={6}>
            <Text size="sm" fw={600} truncate>
              {handoff.reasons.map(reasonTitle).join(', ') || humanise(handoff.queue)}
            </Text>
            <Text size="sm" className="tabular" c="dimmed">
              {clock(now - handoff.requestedAtMs)}
            </Text>
          </Group>
          <Group gap={6} mt={4}>
            <PriorityBadge priority={handoff.priority} />
            <Text size="xs" c="dimmed">
              {[humanise(handoff.queue), languageName(handoff.language)].filter(Boolean).join(' · ')}
            </Text>
          </Group>
          {handoff.refused.slice(-2).map(({ agentId, reason }, at) => (
            <Text key={at} size="xs" c="orange" mt={4}>
              {nameOf(agentId) || agentId} did not take it: {humanise(reason)}
            </Text>
          ))}
          {['escalation', 'transfer'].includes(handoff.kind) ? (
            <Button
              size="compact-xs"
              variant="subtle"
              mt={4}
              onClick={() => void onCallback(handoff.handoffId)}
              data-testid="queue-callback"
            >
              Ring back instead
            </Button>
          ) : (
            <Text size="xs" c="dimmed" mt={4}>
              {kindTitles[handoff.kind]}
            </Text>
          )}
          {handoff.state === 'offered' ? (
            <Text size="xs" c="dimmed" mt={4}>
              Offered to {nameOf(handoff.agentId) || 'an agent'}
            </Text>
          ) : null}
        </div>
      ))}
    </Stack>
  );
}

const kindTitles: Readonly<Record<string, string>> = {
  consult: 'A colleague is being asked; the caller is on hold',
  takeover: 'A supervisor takes over',
  callback: 'A callback that is due',
};

import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { ConversationSummary } from '../api/model.js';
import { clock, humanise } from '../words/format.js';
import { useNow } from '../shell/use-now.js';

const everyMs = 4_000;
const listed = 60;

/** For supervisors: the calls that go on, with the assistant, waiting or with an agent, and a way into each. */
export function LiveCalls({
  tenant,
  busy,
  onTakeOver,
}: {
  readonly tenant: string;
  /** The supervisor has a caller. */
  readonly busy: boolean;
  readonly onTakeOver: (conversationId: string) => Promise<boolean>;
}) {
  const now = useNow();
  const [calls, setCalls] = useState<readonly ConversationSummary[]>([]);
  useEffect(() => {
    let gone = false;
    const load = () =>
      void api.conversations(tenant, listed).then(
        (answer) => !gone && setCalls(answer.filter(({ endedAtMs }) => endedAtMs === 0)),
        () => undefined,
      );
    load();
    const timer = setInterval(load, everyMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [tenant]);
  return (
    <Stack
      className="card"
      p="md"
      gap="sm"
      component="section"
      aria-label="Live calls"
      data-testid="live-calls"
    >
      <Group justify="space-between">
        <h2 className="label">Live calls</h2>
        <Badge variant="light" color={calls.length > 0 ? 'baton' : 'gray'}>
          {calls.length}
        </Badge>
      </Group>
      {calls.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nobody is on the line.
        </Text>
      ) : null}
      {calls.slice(0, 12).map(({ conversationId, handoffState, reasons, startedAtMs }) => (
        <div key={conversationId} className="queue-item" data-testid="live-call">
          <Group justify="space-between" wrap="nowrap" gap={6}>
            <Text size="sm" fw={600} truncate>
              {reasons.length > 0 ? reasons.map(humanise).join(', ') : 'With the assistant'}
            </Text>
            <Text size="sm" className="tabular" c="dimmed">
              {clock(now - startedAtMs)}
            </Text>
          </Group>
          <Group justify="space-between" mt={6} wrap="nowrap" gap={6}>
            <Text size="xs" c="dimmed" truncate>
              {stateTitles[handoffState] ?? 'With the assistant'}
            </Text>
            <Button
              size="compact-xs"
              variant="light"
              disabled={busy}
              onClick={() => void onTakeOver(conversationId)}
              data-testid="take-over"
            >
              Take over
            </Button>
          </Group>
        </div>
      ))}
    </Stack>
  );
}

const stateTitles: Readonly<Record<string, string>> = {
  queued: 'Waits for a person',
  offered: 'Rings at an agent',
  accepted: 'Being connected',
  bridged: 'With an agent',
};

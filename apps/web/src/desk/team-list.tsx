import { Badge, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { Agent } from '../api/model.js';
import { presenceColor, presenceTitle } from '../words/titles.js';

const everyMs = 10_000;

/** The colleagues and whether they are free; renewed every ten seconds and whenever `renew` changes. */
export function TeamList({
  tenant,
  me,
  renew,
}: {
  readonly tenant: string;
  readonly me: string;
  readonly renew: unknown;
}) {
  const [agents, setAgents] = useState<readonly Agent[]>([]);
  useEffect(() => {
    let gone = false;
    const load = () =>
      void api.agents(tenant).then(
        (answer) => !gone && setAgents(answer),
        () => undefined,
      );
    load();
    const timer = setInterval(load, everyMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [tenant, renew]);
  const colleagues = agents.filter(({ agentId }) => agentId !== me);
  return (
    <Stack className="card" p="md" gap={8} component="section" aria-label="Team">
      <h2 className="label">Team</h2>
      {colleagues.length === 0 ? (
        <Text size="sm" c="dimmed">
          You are alone at the moment.
        </Text>
      ) : null}
      {colleagues.map(({ agentId, name, presence }) => (
        <Group key={agentId} justify="space-between" wrap="nowrap" gap={6}>
          <Text size="sm" truncate>
            {name || agentId}
          </Text>
          <Badge size="sm" variant="dot" color={presenceColor(presence)} tt="none" style={{ flex: 'none' }}>
            {presenceTitle(presence)}
          </Badge>
        </Group>
      ))}
    </Stack>
  );
}

import { Alert, Avatar, Badge, Group, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { Agent, AgentProfile, Tenant } from '../api/model.js';
import { Nothing } from '../shell/nothing.js';
import { humanise, initials, languageName } from '../words/format.js';
import { presenceColor, presenceTitle } from '../words/titles.js';

interface SignInProps {
  readonly tenants: readonly Tenant[];
  readonly onSignIn: (tenant: string, agentId: string) => Promise<boolean>;
}

/** Choosing who one is. Development only: no password. */
export function SignIn({ tenants, onSignIn }: SignInProps) {
  const [tenantId, setTenantId] = useState(tenants[0]?.id ?? '');
  const [agents, setAgents] = useState<readonly Agent[]>([]);
  const tenant = tenants.find(({ id }) => id === tenantId) ?? tenants[0];
  useEffect(() => {
    if (!tenantId) return undefined;
    let gone = false;
    setAgents([]);
    // Only the presence comes from here; the names stand in the pack.
    api.agents(tenantId).then(
      (answer) => !gone && setAgents(answer),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [tenantId]);

  const known = new Map<string, AgentProfile>(tenant?.agents.map((agent) => [agent.agentId, agent]));
  for (const agent of agents) if (!known.has(agent.agentId)) known.set(agent.agentId, agent);
  const presenceOf = (agentId: string) => agents.find((agent) => agent.agentId === agentId)?.presence;

  return (
    <Stack maw={1080} mx="auto" gap="lg">
      <Group justify="space-between" align="flex-end">
        <div>
          <Title order={1} size="h2">
            Who are you?
          </Title>
          <Text c="dimmed">Choose an agent to sit at the desk as.</Text>
        </div>
        {tenants.length > 1 ? (
          <SegmentedControl
            aria-label="Company"
            data={tenants.map(({ id, company }) => ({ value: id, label: company }))}
            value={tenantId}
            onChange={setTenantId}
          />
        ) : null}
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {[...known.values()].map(({ agentId, name, skills, languages }) => (
          <button
            key={agentId}
            type="button"
            className="card agent-card"
            style={{ color: 'inherit', font: 'inherit' }}
            onClick={() => void onSignIn(tenantId, agentId)}
            data-testid={`desk-agent-${agentId}`}
          >
            <Avatar color="baton" radius="xl" size={46}>
              {initials(name)}
            </Avatar>
            <div style={{ flex: 1, minWidth: 0 }}>
              <Group justify="space-between" gap={6} wrap="nowrap">
                <Text fw={650}>{name}</Text>
                <Presence presence={presenceOf(agentId)} />
              </Group>
              <Text size="xs" c="dimmed" mb={8}>
                {languages.map(languageName).join(', ')}
              </Text>
              <Group gap={5}>
                {Object.keys(skills).map((skill) => (
                  <Badge key={skill} size="sm" variant="light" color="gray" tt="none">
                    {humanise(skill)}
                  </Badge>
                ))}
              </Group>
            </div>
          </button>
        ))}
      </SimpleGrid>
      {known.size === 0 ? (
        <Nothing icon="person" title="No agents yet">
          Register agents for this company, or start Baton without --no-demo to have made-up ones.
        </Nothing>
      ) : null}
      <Alert variant="light" color="yellow">
        Development sign-in: there is no password. Whoever reaches this page can sit at any desk, so keep it
        on your own network.
      </Alert>
    </Stack>
  );
}

function Presence({ presence }: { readonly presence: string | undefined }) {
  if (!presence) return null;
  return (
    <Badge size="xs" variant="dot" color={presenceColor(presence)} tt="none">
      {presenceTitle(presence)}
    </Badge>
  );
}

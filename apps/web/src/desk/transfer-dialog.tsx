import { Alert, Button, Group, Modal, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { api, type TransferWish } from '../api/endpoints.js';
import type { Agent, Tenant } from '../api/model.js';
import { humanise } from '../words/format.js';
import { presenceTitle } from '../words/titles.js';

interface TransferDialogProps {
  readonly tenant: Tenant | undefined;
  readonly me: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onTransfer: (wish: TransferWish) => Promise<boolean>;
}

const ways = [
  { value: 'transfer', label: 'Pass the caller on' },
  { value: 'consult', label: 'Ask a colleague first' },
];

/** Where the caller goes, or who is asked: a queue or a person, with what they should know. */
export function TransferDialog({ tenant, me, opened, onClose, onTransfer }: TransferDialogProps) {
  const [way, setWay] = useState('transfer');
  const [target, setTarget] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [agents, setAgents] = useState<readonly Agent[]>([]);
  const tenantId = tenant?.id ?? '';
  useEffect(() => {
    if (!opened || !tenantId) return;
    api.agents(tenantId).then(setAgents, () => setAgents([]));
  }, [opened, tenantId]);
  const consult = way === 'consult';
  const go = () => {
    const [kind = '', id = ''] = target?.split(/:(.*)/s) ?? [];
    if (!id) return;
    setBusy(true);
    const wish = {
      consult,
      note: note.trim(),
      queue: kind === 'queue' ? id : '',
      toAgentId: kind === 'agent' ? id : '',
    };
    void onTransfer(wish)
      .then((done) => done && onClose())
      .finally(() => setBusy(false));
  };
  const colleagues = agents.filter(({ agentId }) => agentId !== me);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Transfer"
      centered
      size="lg"
      data-testid="transfer-dialog"
    >
      <Stack gap="md">
        <SegmentedControl fullWidth data={ways} value={way} onChange={setWay} data-testid="transfer-way" />
        <Select
          label={consult ? 'Whom do you ask?' : 'Where does the caller go?'}
          placeholder="A team or a person"
          searchable
          value={target}
          onChange={setTarget}
          data={[
            {
              group: 'Teams',
              items: (tenant?.queues ?? []).map(({ name, title }) => ({
                value: `queue:${name}`,
                label: title,
              })),
            },
            {
              group: 'People',
              items: colleagues.map(({ agentId, name, presence, skills }) => ({
                value: `agent:${agentId}`,
                label: `${name || agentId} · ${presenceTitle(presence)} · ${Object.keys(skills).map(humanise).join(', ')}`,
                disabled: presence !== 'available',
              })),
            },
          ]}
          data-testid="transfer-target"
        />
        <Textarea
          label="What should they know?"
          description="Stands on top of the packet, so that the caller need not repeat it."
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          data-testid="transfer-note"
        />
        <Alert variant="light" color={consult ? 'blue' : 'gray'} py={8}>
          <Text size="sm">
            {consult
              ? 'The caller is told and waits on hold. You and your colleague talk in private; then you hand over, talk all three, or go on alone.'
              : 'The caller hears where they go and that they need not repeat anything. You write up as soon as they wait safely.'}
          </Text>
        </Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep the caller
          </Button>
          <Button onClick={go} disabled={!target} loading={busy} data-testid="transfer-go">
            {consult ? 'Ask now' : 'Pass on'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

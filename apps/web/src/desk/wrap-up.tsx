import { Button, Group, Select, Stack, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import type { Disposition, Handoff } from '../api/model.js';
import { useNow } from '../shell/use-now.js';
import { clock } from '../words/format.js';

interface WrapUpProps {
  readonly handoff: Handoff;
  readonly dispositions: readonly Disposition[];
  readonly onDone: (disposition: string, note: string) => Promise<boolean>;
}

/** After the call: how it came out, and a note. */
export function WrapUp({ handoff, dispositions, onDone }: WrapUpProps) {
  const now = useNow();
  const [disposition, setDisposition] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const left = handoff.deadlineAtMs - now;
  const done = () => {
    if (!disposition) return;
    setBusy(true);
    void onDone(disposition, note.trim()).finally(() => setBusy(false));
  };
  return (
    <Stack p="lg" gap="md" data-testid="wrap-up">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Write it up
        </Title>
        {handoff.deadlineAtMs > 0 ? (
          <Text size="sm" c="dimmed" className="tabular">
            {left > 0
              ? `${clock(left)} left, then you are free again`
              : 'Time is up; you are about to be free'}
          </Text>
        ) : null}
      </Group>
      <Select
        label="How did it come out?"
        placeholder="Choose one"
        data={dispositions.map(({ code, title }) => ({ value: code, label: title }))}
        value={disposition}
        onChange={setDisposition}
        searchable
        required
        data-autofocus
        data-testid="disposition"
      />
      <Textarea
        label="Note"
        description="For whoever speaks to this customer next. No card numbers or passwords."
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        data-testid="wrap-up-note"
      />
      <Group justify="flex-end">
        <Button onClick={done} disabled={!disposition} loading={busy} data-testid="wrap-up-done">
          Done, I am free again
        </Button>
      </Group>
    </Stack>
  );
}

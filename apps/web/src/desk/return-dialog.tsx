import { Button, Group, Modal, Stack, TagsInput, Textarea } from '@mantine/core';
import { useState } from 'react';

interface ReturnDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onReturn: (note: string, slots: Readonly<Record<string, string>>) => Promise<boolean>;
}

/** The caller goes back to the assistant, with what the human learned. */
export function ReturnDialog({ opened, onClose, onReturn }: ReturnDialogProps) {
  const [note, setNote] = useState('');
  const [facts, setFacts] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const go = () => {
    setBusy(true);
    void onReturn(note.trim(), slotsOf(facts))
      .then((done) => done && onClose())
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Back to the assistant"
      centered
      size="lg"
      data-testid="return-dialog"
    >
      <Stack gap="md">
        <Textarea
          label="What did you settle?"
          description="For the record, and for whoever speaks to this caller next."
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
          data-autofocus
          data-testid="return-note"
        />
        <TagsInput
          label="What need the assistant not ask again?"
          description="name=value, Enter after each; for example last_four=1234."
          placeholder="name=value"
          value={facts}
          onChange={setFacts}
          maxTags={20}
          data-testid="return-facts"
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep the caller
          </Button>
          <Button onClick={go} loading={busy} data-testid="return-go">
            Give the caller back
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function slotsOf(facts: readonly string[]): Record<string, string> {
  const slots: Record<string, string> = {};
  for (const fact of facts) {
    const [name = '', value = ''] = fact.split(/=(.*)/s).map((part) => part.trim());
    if (name && value) slots[name] = value;
  }
  return slots;
}

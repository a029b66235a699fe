import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';

/** While nobody has come to the phone: a message instead of waiting. Open by itself where nobody is there at this hour. */
export function LeaveMessage({
  open,
  onLeave,
}: {
  readonly open: boolean;
  readonly onLeave: (text: string) => void;
}) {
  const [wanted, setWanted] = useState(false);
  const [text, setText] = useState('');
  if (!open && !wanted) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => setWanted(true)}
        data-testid="phone-message-open"
      >
        Leave a message instead
      </Button>
    );
  }
  return (
    <Group gap={8} align="flex-end" wrap="nowrap">
      <Textarea
        flex={1}
        autosize
        minRows={1}
        maxRows={4}
        aria-label="Your message"
        placeholder="Your message to the team…"
        maxLength={4000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        data-testid="phone-message"
      />
      <Button disabled={!text.trim()} onClick={() => onLeave(text.trim())} data-testid="phone-message-send">
        Leave it
      </Button>
    </Group>
  );
}

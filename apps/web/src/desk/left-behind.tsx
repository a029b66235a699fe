import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { Callback, CallerMessage } from '../api/model.js';
import { dayAndTime, humanise } from '../words/format.js';

const everyMs = 10_000;

/** What callers left while nobody was there, and who is to be rung; nothing where there is neither. */
export function LeftBehind({ renew }: { readonly renew: unknown }) {
  const [messages, setMessages] = useState<readonly CallerMessage[]>([]);
  const [callbacks, setCallbacks] = useState<readonly Callback[]>([]);
  const load = useCallback(() => {
    api.messages().then(setMessages, () => undefined);
    api.callbacks().then(setCallbacks, () => undefined);
  }, []);
  useEffect(() => {
    load();
    const timer = setInterval(load, everyMs);
    return () => clearInterval(timer);
  }, [load, renew]);
  if (messages.length === 0 && callbacks.length === 0) return null;
  return (
    <Stack
      className="card"
      p="md"
      gap="sm"
      component="section"
      aria-label="Messages and callbacks"
      data-testid="left-behind"
    >
      {messages.length > 0 ? (
        <>
          <Group justify="space-between">
            <h2 className="label">Messages</h2>
            <Badge variant="light" color="orange">
              {messages.length}
            </Badge>
          </Group>
          {messages.slice(0, 8).map(({ messageId, text, queue, leftAtMs }) => (
            <div key={messageId} className="queue-item" data-testid="caller-message">
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {text}
              </Text>
              <Group justify="space-between" mt={6} wrap="nowrap">
                <Text size="xs" c="dimmed">
                  {humanise(queue)} · {dayAndTime(leftAtMs)}
                </Text>
                <Button
                  size="compact-xs"
                  variant="light"
                  onClick={() => void api.messageHandled(messageId).finally(load)}
                  data-testid="message-handled"
                >
                  Done
                </Button>
              </Group>
            </div>
          ))}
        </>
      ) : null}
      {callbacks.length > 0 ? (
        <>
          <Group justify="space-between">
            <h2 className="label">Callbacks</h2>
            <Badge variant="light">{callbacks.length}</Badge>
          </Group>
          {callbacks.slice(0, 8).map(({ callbackId, queue, state, dueAtMs, attempts }) => (
            <Group key={callbackId} justify="space-between" wrap="nowrap" gap={6} data-testid="callback">
              <Text size="sm" truncate>
                {humanise(queue)}
                {attempts > 1 ? ` · attempt ${attempts}` : ''}
              </Text>
              <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
                {state === 'due' ? 'being rung' : dayAndTime(dueAtMs)}
              </Text>
            </Group>
          ))}
        </>
      ) : null}
    </Stack>
  );
}

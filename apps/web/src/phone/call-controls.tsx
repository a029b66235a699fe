import { ActionIcon, Button, Collapse, Group, TextInput, Tooltip } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Icon } from '../shell/icon.js';
import { Keypad } from './keypad.js';
import type { Call } from './use-call.js';

/** The longest turn the gateway takes, in UTF-16 units: well under 64 KiB in every script. */
const longestTurn = 16_000;

/** What I can do during a call: say, key, stay silent, hang up. */
export function CallControls({ call }: { readonly call: Call }) {
  const [text, setText] = useState('');
  const [keypad, setKeypad] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const ready = call.state.conversationId !== '';

  const say = (event: FormEvent) => {
    event.preventDefault();
    if (!text.trim() || !ready) return;
    call.say(text.trim());
    setText('');
    input.current?.focus();
  };

  return (
    <>
      <Collapse expanded={keypad}>
        <Keypad onDigit={call.key} disabled={!ready} />
      </Collapse>
      <form onSubmit={say}>
        <Group gap={8} wrap="nowrap">
          <TextInput
            ref={input}
            flex={1}
            size="md"
            radius="xl"
            aria-label="Say something; what you type counts as the final transcript"
            placeholder="Say something…"
            autoComplete="off"
            maxLength={longestTurn}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
            data-testid="phone-input"
          />
          <ActionIcon
            type="submit"
            size={42}
            radius="xl"
            aria-label="Say it"
            disabled={!text.trim() || !ready}
            data-testid="phone-send"
          >
            <Icon name="send" />
          </ActionIcon>
        </Group>
      </form>
      <Group gap={8} justify="center">
        <Button
          variant={keypad ? 'light' : 'default'}
          radius="xl"
          leftSection={<Icon name="keypad" size={16} />}
          onClick={() => setKeypad((open) => !open)}
          aria-expanded={keypad}
          data-testid="phone-keypad"
        >
          Keypad
        </Button>
        <Tooltip label="Say nothing until the assistant gives up waiting">
          <Button
            variant="default"
            radius="xl"
            leftSection={<Icon name="silence" size={16} />}
            onClick={call.silence}
            disabled={!ready}
            data-testid="phone-silence"
          >
            Silence
          </Button>
        </Tooltip>
        <Button
          color="red.8"
          radius="xl"
          leftSection={<Icon name="hangup" size={16} />}
          onClick={call.hangUp}
          disabled={!ready || !call.connected}
          data-testid="phone-hangup"
        >
          Hang up
        </Button>
      </Group>
    </>
  );
}

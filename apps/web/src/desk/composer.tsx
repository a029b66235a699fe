import { ActionIcon, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { newId } from '../phone/use-call.js';
import { Icon } from '../shell/icon.js';

interface ComposerProps {
  readonly draft: string;
  readonly onDraft: (draft: string) => void;
  readonly onSay: (text: string, id: string) => Promise<boolean>;
  readonly disabled: boolean;
  /** Why not, where it is not that the call is being connected. */
  readonly waiting?: string | undefined;
  /** Grows when the draft was put there by a click: the cursor goes there. */
  readonly focus: number;
}

/** Where the agent types; Enter says it, Shift+Enter breaks the line. What could not be said stays. */
export function Composer({ draft, onDraft, onSay, disabled, waiting, focus }: ComposerProps) {
  const input = useRef<HTMLTextAreaElement>(null);
  const [busy, setBusy] = useState(false);
  // A sentence that is tried again after a failure keeps its id, so that the caller hears it once.
  const attempt = useRef({ text: '', id: '' });
  useEffect(() => {
    const element = input.current;
    element?.focus();
    element?.setSelectionRange(element.value.length, element.value.length);
  }, [focus, disabled]);

  const say = async () => {
    const text = draft.trim();
    if (!text || disabled || busy) return;
    if (attempt.current.text !== text) attempt.current = { text, id: newId() };
    setBusy(true);
    const said = await onSay(text, attempt.current.id);
    setBusy(false);
    if (said) {
      attempt.current = { text: '', id: '' };
      onDraft('');
    }
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void say();
  };
  return (
    <div className="composer">
      <Textarea
        ref={input}
        flex={1}
        autosize
        minRows={1}
        maxRows={6}
        size="md"
        aria-label="Say to the caller"
        placeholder={
          waiting ??
          (disabled ? 'You can speak as soon as the call is connected' : 'Say to the caller…  Enter sends')
        }
        disabled={disabled}
        maxLength={16_000}
        value={draft}
        onChange={({ currentTarget }) => onDraft(currentTarget.value)}
        onKeyDown={onKeyDown}
        data-testid="composer-input"
      />
      <ActionIcon
        size={42}
        aria-label="Say it"
        loading={busy}
        disabled={disabled || !draft.trim()}
        onClick={() => void say()}
        data-testid="composer-send"
      >
        <Icon name="send" />
      </ActionIcon>
    </div>
  );
}

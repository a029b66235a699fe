import { Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { api } from '../api/endpoints.js';
import type { ConversationView } from '../conversation/conversation-view.js';
import { Composer } from '../desk/composer.js';
import { useNotices } from '../notices/notices.js';

interface DemoTalkProps {
  readonly view: ConversationView;
  readonly name: string;
}

/** The agent talks. Whoever watches can do so where this browser is signed in as that agent. */
export function DemoTalk({ view, name }: DemoTalkProps) {
  const { failed } = useNotices();
  const [mine, setMine] = useState(false);
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    let gone = false;
    api.session().then(
      ({ agent }) => !gone && setMine(agent.agentId === view.agentId),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [view.agentId]);

  const conversationId = view.packet?.conversationId ?? '';
  const spoken = view.turns.some(({ speaker }) => speaker === 'agent');
  const suggested = view.assist?.suggestedFirstSentence || view.packet?.suggestedFirstSentence || '';
  const attempt = (title: string, work: Promise<unknown>) =>
    work.then(
      () => true,
      (thrown: unknown) => {
        failed(thrown, title);
        return false;
      },
    );
  const seconds = (view.timeToHumanMs / 1000).toFixed(1);
  return (
    <div className="soft" data-testid="demo-talk">
      <Group justify="space-between" p={14} pb={mine ? 0 : 14} wrap="nowrap">
        <Text fw={650}>
          {name} is with the caller{view.timeToHumanMs > 0 ? `, ${seconds} s after the request` : ''}
        </Text>
        {mine ? (
          <Button
            size="xs"
            variant="light"
            color="red"
            style={{ flex: 'none' }}
            onClick={() => void attempt('The call could not be finished', api.finish(view.handoffId))}
            data-testid="demo-finish"
          >
            Finish
          </Button>
        ) : null}
      </Group>
      {mine ? (
        <Composer
          draft={typed ?? (spoken ? '' : suggested)}
          focus={0}
          disabled={conversationId === ''}
          onDraft={setTyped}
          onSay={(text, id) => attempt('The caller did not hear it', api.say(conversationId, text, id))}
        />
      ) : null}
    </div>
  );
}

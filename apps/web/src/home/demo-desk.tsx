import { Stack, Text } from '@mantine/core';
import type { ConversationView } from '../conversation/conversation-view.js';
import { Section } from '../conversation/section.js';
import { Articles, Feeling, Guidance, Who, Why } from '../desk/packet-parts.js';
import '../desk/desk.css';
import { Nothing } from '../shell/nothing.js';
import type { NameOf } from '../words/describe-event.js';
import { DemoTransfer } from './demo-transfer.js';

interface DemoDeskProps {
  readonly view: ConversationView;
  readonly tenant: string;
  readonly nameOf: NameOf;
}

/** What the desk has of the demo call: nothing while the bot copes, then the packet and who takes it. */
export function DemoDesk({ view, tenant, nameOf }: DemoDeskProps) {
  if (!view.decision) {
    return (
      <Nothing icon="desk" title={view.phase === 'ended' ? 'No person was needed' : 'The assistant copes'}>
        Each turn is decided on. When a person is needed, the packet appears here.
      </Nothing>
    );
  }
  const { packet, assist } = view;
  const sentence = assist?.suggestedFirstSentence || packet?.suggestedFirstSentence;
  const guidance = assist?.guidance ?? packet?.guidance ?? [];
  const articles = assist?.articles ?? packet?.articles ?? [];
  return (
    <Stack className="scroll" p="md" gap="md" tabIndex={0} style={{ flex: 1, minHeight: 0 }}>
      <DemoTransfer view={view} tenant={tenant} nameOf={nameOf} />
      <Why decision={view.decision} />
      {packet ? (
        <>
          <Who packet={packet} />
          {packet.sentiment.length > 0 ? (
            <Section title="How they feel">
              <Feeling packet={packet} />
            </Section>
          ) : null}
        </>
      ) : null}
      {sentence ? (
        <Section title="Suggested first sentence">
          <Text size="sm" fs="italic">
            “{sentence}”
          </Text>
        </Section>
      ) : null}
      {guidance.length > 0 ? <Guidance lines={guidance} /> : null}
      {articles.length > 0 ? <Articles articles={articles.slice(0, 2)} /> : null}
    </Stack>
  );
}

import { Stack, Text } from '@mantine/core';
import type { Assist, Packet } from '../api/model.js';
import { Section } from '../conversation/section.js';
import { Transcript } from '../conversation/transcript.js';
import type { NameOf } from '../words/describe-event.js';
import { humanise } from '../words/format.js';
import { Articles, Before, Feeling, Guidance, SayThis, Tried, Who, Why } from './packet-parts.js';

interface PacketViewProps {
  readonly packet: Packet;
  /** The newest help; without it the packet's own is shown. */
  readonly assist: Assist | undefined;
  readonly nameOf: NameOf;
  /** Undefined once the agent has begun: a first sentence is no help any more. */
  readonly onUseSentence: ((sentence: string) => void) | undefined;
  /** Beside the conversation itself its transcript would stand there twice. */
  readonly withTranscript: boolean;
  readonly wide: boolean;
}

/** Everything a person needs before they say hello. */
export function PacketView({ packet, assist, nameOf, onUseSentence, withTranscript, wide }: PacketViewProps) {
  const summary = assist?.summary || packet.summary;
  const openQuestion = assist?.openQuestion || packet.openQuestion;
  const sentence = assist?.suggestedFirstSentence || packet.suggestedFirstSentence;
  const articles = assist && assist.articles.length > 0 ? assist.articles : packet.articles;
  const guidance = assist && assist.guidance.length > 0 ? assist.guidance : packet.guidance;
  const wants = packet.contactReasons.map(({ title, intent }) => title || intent);

  const situation = (
    <>
      {packet.notes.length > 0 ? (
        <Section title="From colleagues">
          <Stack gap={8}>
            {packet.notes.map(({ agentId, occasion, text, slots }, at) => (
              <div key={at} className="from-colleague" data-testid="packet-note">
                <Text size="xs" c="dimmed">
                  {nameOf(agentId) || agentId} · {humanise(occasion)}
                </Text>
                {text ? <Text size="sm">{text}</Text> : null}
                {Object.entries(slots).map(([name, value]) => (
                  <Text key={name} size="sm">
                    {humanise(name)}: {value}
                  </Text>
                ))}
              </div>
            ))}
          </Stack>
        </Section>
      ) : null}
      {packet.decision ? (
        <Section title="Why it escalated">
          <Why decision={packet.decision} />
        </Section>
      ) : null}
      {summary ? (
        <Section title="Summary">
          <Text size="sm" data-testid="packet-summary">
            {summary}
          </Text>
        </Section>
      ) : null}
      {wants.length > 0 || openQuestion ? (
        <Section title="What they want">
          <Stack gap={2}>
            {wants.map((want) => (
              <Text key={want} size="sm">
                {want}
              </Text>
            ))}
            {openQuestion ? (
              <Text size="sm" c="dimmed">
                Still open: {openQuestion}
              </Text>
            ) : null}
          </Stack>
        </Section>
      ) : null}
      {sentence && onUseSentence ? (
        <Section title="You could begin with">
          <SayThis sentence={sentence} onUse={() => onUseSentence(sentence)} />
        </Section>
      ) : null}
      {guidance.length > 0 ? (
        <Section title="What to mind">
          <Guidance lines={guidance} />
        </Section>
      ) : null}
      {articles.length > 0 ? (
        <Section title="Knowledge">
          <Articles articles={articles} />
        </Section>
      ) : null}
    </>
  );
  const person = (
    <>
      <Section title="Who">
        <Who packet={packet} />
      </Section>
      {packet.previousContacts.length > 0 ? (
        <Section title="Contacts before">
          <Before contacts={packet.previousContacts} />
        </Section>
      ) : null}
      <Section title="How they feel">
        <Feeling packet={packet} />
      </Section>
      <Section title="What the assistant did">
        <Tried packet={packet} />
      </Section>
      {withTranscript ? (
        <Section title="Said so far">
          <div className="soft">
            <Transcript
              turns={packet.transcript}
              mine="agent"
              nameOf={nameOf}
              customerName={packet.customer.name || 'Caller'}
              live={false}
              height={260}
            />
          </div>
        </Section>
      ) : null}
    </>
  );
  return wide ? (
    <div className="packet packet-wide" data-testid="packet">
      <div className="packet-column">{situation}</div>
      <div className="packet-column">{person}</div>
    </div>
  ) : (
    <div className="packet" data-testid="packet">
      {situation}
      {person}
    </div>
  );
}

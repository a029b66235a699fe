import { Group, Stack, Text } from '@mantine/core';
import type { TrailEntry } from '../api/model.js';
import { number, record, text } from '../api/wire.js';
import { Section } from '../conversation/section.js';
import { eventName, type NameOf } from '../words/describe-event.js';

/** The stations on the way to a person, in their order. */
const stations = [
  ['decidedAtMs', 'Decided'],
  ['reservedAtMs', 'Agent reserved'],
  ['packetShownAtMs', 'Packet on screen'],
  ['acceptedAtMs', 'Accepted'],
  ['bridgedAtMs', 'Talking'],
] as const;

/** How long each step from the request to a person took; nothing where nobody was reached. */
export function TimeToHuman({
  entries,
  nameOf,
}: {
  readonly entries: readonly TrailEntry[];
  readonly nameOf: NameOf;
}) {
  const ways = entries
    .filter(({ type, data }) => eventName(type) === 'HandoffConnected' && data?.['times'] !== undefined)
    .map(({ id, data }) => ({ id, agentId: text(data?.['agentId']), times: record(data?.['times']) }));
  if (ways.length === 0) return null;
  return (
    <Stack className="card" p="lg" gap="md" data-testid="time-to-human">
      {ways.map(({ id, agentId, times }) => (
        <Section key={id} title={`Time to ${nameOf(agentId) || 'a person'}`}>
          <Way times={times} />
        </Section>
      ))}
    </Stack>
  );
}

function Way({ times }: { readonly times: ReturnType<typeof record> }) {
  const from = number(times['requestedAtMs']);
  const reached = stations
    .map(([field, title]) => ({ title, at: number(times[field]) }))
    .filter(({ at }) => at > 0)
    .toSorted((left, right) => left.at - right.at);
  const whole = Math.max(1, (reached.at(-1)?.at ?? from) - from);
  return (
    <Stack gap={6}>
      {reached.map(({ title, at }, index) => {
        const before = reached[index - 1]?.at ?? from;
        return (
          <Group key={title} gap={10} wrap="nowrap">
            <Text size="sm" w={130} style={{ flex: 'none' }}>
              {title}
            </Text>
            <div className="way" aria-hidden="true">
              <span
                style={{
                  marginLeft: `${(Math.max(0, before - from) / whole) * 100}%`,
                  width: `${Math.max(1, ((at - before) / whole) * 100)}%`,
                }}
              />
            </div>
            <Text size="sm" c="dimmed" className="tabular" w={84} ta="right" style={{ flex: 'none' }}>
              +{inSeconds(at - from)}
            </Text>
          </Group>
        );
      })}
    </Stack>
  );
}

function inSeconds(ms: number): string {
  return ms < 1000 ? `${Math.max(0, Math.round(ms))} ms` : `${(ms / 1000).toFixed(1)} s`;
}

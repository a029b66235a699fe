import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { Consent } from '../api/model.js';
import { humanise } from '../words/format.js';

const purposes = [
  { purpose: 'transcript', text: 'Writing the conversation down' },
  { purpose: 'recording', text: 'Recording the call' },
];

interface ConsentPanelProps {
  readonly consents: readonly Consent[];
  readonly onConsent: ((purpose: string, granted: boolean) => void) | undefined;
}

/** What I agree to. Every choice is an event in the consent ledger. */
export function ConsentPanel({ consents, onConsent }: ConsentPanelProps) {
  const stateOf = (purpose: string) => consents.find((consent) => consent.purpose === purpose)?.state ?? '';
  return (
    <Stack className="card" p="lg" gap="md">
      <div>
        <Title order={2} size="h4">
          My consents
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          You can change your mind at any moment; each change is kept in the ledger.
        </Text>
      </div>
      {purposes.map(({ purpose, text }) => {
        const state = stateOf(purpose);
        return (
          <div
            key={purpose}
            role="group"
            aria-label={text}
            data-testid={`consent-${purpose}`}
            data-state={state}
          >
            <Group justify="space-between" mb={6}>
              <Text size="sm" fw={550}>
                {text}
              </Text>
              <Text size="xs" c="dimmed">
                {state ? humanise(state) : 'Not asked yet'}
              </Text>
            </Group>
            <Button.Group>
              {[true, false].map((granted) => (
                <Button
                  key={String(granted)}
                  fullWidth
                  size="compact-md"
                  variant={state === (granted ? 'granted' : 'refused') ? 'filled' : 'default'}
                  color={granted ? 'teal.9' : 'red.8'}
                  aria-pressed={state === (granted ? 'granted' : 'refused')}
                  disabled={!onConsent}
                  onClick={() => onConsent?.(purpose, granted)}
                  data-testid={`consent-${purpose}-${granted ? 'grant' : 'refuse'}`}
                >
                  {granted ? 'I agree' : 'I refuse'}
                </Button>
              ))}
            </Button.Group>
          </div>
        );
      })}
    </Stack>
  );
}

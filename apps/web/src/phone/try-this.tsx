import { Stack, Text, Title, UnstyledButton } from '@mantine/core';
import type { Tenant } from '../api/model.js';

/** Sentences any company's callers say; what comes of them is up to the pack. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  en: [
    'When are you open?',
    'Am I talking to a robot?',
    'Someone is using my account and it is not me',
    'I want to speak to a person',
  ],
  es: [
    '¿Cuál es su horario?',
    '¿Es usted un robot?',
    'Alguien está usando mi cuenta y no soy yo',
    'Quiero hablar con una persona',
  ],
};

interface TryThisProps {
  readonly tenant: Tenant | undefined;
  readonly onSay: ((text: string) => void) | undefined;
}

/** A few sentences to begin with, one click each. */
export function TryThis({ tenant, onSay }: TryThisProps) {
  const shown = (tenant?.languages ?? ['en']).flatMap((language) => sentences[language] ?? []);
  if (shown.length === 0) return null;
  return (
    <Stack className="card" p="lg" gap={8}>
      <Title order={2} size="h4">
        Things to say
      </Title>
      {shown.slice(0, 8).map((sentence) => (
        <UnstyledButton
          key={sentence}
          className="soft"
          px={12}
          py={7}
          disabled={!onSay}
          onClick={() => onSay?.(sentence)}
          style={{ opacity: onSay ? 1 : 0.65, cursor: onSay ? 'pointer' : 'not-allowed' }}
        >
          <Text size="sm">{sentence}</Text>
        </UnstyledButton>
      ))}
    </Stack>
  );
}

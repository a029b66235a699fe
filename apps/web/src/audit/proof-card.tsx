import { Anchor, Code, Collapse, Group, RingProgress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Trail } from '../api/model.js';
import { Section } from '../conversation/section.js';
import { CopyButton } from '../shell/copy-button.js';
import { Icon } from '../shell/icon.js';

const verifyCommand = 'npm run -s baton -- audit verify';

/** That the entries are in the log, and how to check it without trusting this page. */
export function ProofCard({ trail }: { readonly trail: Trail }) {
  const [open, setOpen] = useState(false);
  const total = trail.entries.length;
  const proven = trail.entries.filter((entry) => entry.proven).length;
  const whole = total > 0 && proven === total;
  return (
    <Stack className="card" p="lg" gap="md" data-testid="audit-proof" data-proven={whole}>
      <Group wrap="nowrap" align="center">
        <RingProgress
          size={66}
          thickness={7}
          roundCaps
          sections={[{ value: total > 0 ? (proven / total) * 100 : 0, color: 'teal' }]}
          label={
            <span style={{ display: 'grid', placeItems: 'center', color: 'var(--baton-good)' }}>
              <Icon name={whole ? 'check' : 'clock'} size={20} />
            </span>
          }
        />
        <div>
          <Text fw={650}>{whole ? 'Proven in the log' : `${proven} of ${total} proven in the log`}</Text>
          <Text size="sm" c="dimmed">
            {whole
              ? 'Every entry is included in the signed checkpoint.'
              : 'The rest is proven with the next checkpoint, in a moment.'}
          </Text>
        </div>
      </Group>
      <Section
        title="Check it yourself, offline"
        aside={<CopyButton value={verifyCommand} label="command" />}
      >
        <Code block data-testid="verify-command">
          {verifyCommand}
        </Code>
      </Section>
      <div>
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Hide checkpoint and key' : 'Show checkpoint and key'}
        </Anchor>
        <Collapse expanded={open}>
          <Stack gap="sm" mt="sm">
            <Section title="Checkpoint" aside={<CopyButton value={trail.checkpoint} label="checkpoint" />}>
              <pre className="note-text" data-testid="checkpoint">
                {trail.checkpoint || 'None signed yet.'}
              </pre>
            </Section>
            <Section
              title="Verifier key"
              aside={<CopyButton value={trail.verifierKey} label="verifier key" />}
            >
              <pre className="note-text">{trail.verifierKey || 'Not known yet.'}</pre>
            </Section>
          </Stack>
        </Collapse>
      </div>
    </Stack>
  );
}

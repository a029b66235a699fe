import { Stack, Text, ThemeIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

interface NothingProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}

/** What stands where there is nothing yet, and what would make something appear. */
export function Nothing({ icon, title, children }: NothingProps) {
  return (
    <Stack align="center" gap={6} py="xl" px="md" ta="center">
      <ThemeIcon size={46} radius="xl" variant="light" color="gray">
        <Icon name={icon} size={22} />
      </ThemeIcon>
      <Text fw={600} mt={6}>
        {title}
      </Text>
      {children ? (
        <Text size="sm" c="dimmed" maw={380} component="div">
          {children}
        </Text>
      ) : null}
    </Stack>
  );
}

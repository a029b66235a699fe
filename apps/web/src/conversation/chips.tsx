import { Badge, Group } from '@mantine/core';
import { priorityColor, reasonTitle, verdictColor, verdictTitle } from '../words/titles.js';

/** Why, as chips. */
export function ReasonChips({ reasons }: { readonly reasons: readonly string[] }) {
  return (
    <Group gap={6}>
      {reasons.map((reason) => (
        <Badge key={reason} variant="light" color="red" tt="none" data-testid={`reason-${reason}`}>
          {reasonTitle(reason)}
        </Badge>
      ))}
    </Group>
  );
}

/** How soon a person must be there. */
export function PriorityBadge({ priority }: { readonly priority: string }) {
  if (!priority) return null;
  return (
    <Badge
      color={priority === 'urgent' ? 'red.8' : priorityColor(priority)}
      variant={priority === 'urgent' ? 'filled' : 'light'}
      tt="capitalize"
    >
      {priority}
    </Badge>
  );
}

export function VerdictBadge({ verdict }: { readonly verdict: string }) {
  if (!verdict) return null;
  return (
    <Badge color={verdictColor(verdict)} variant="light" tt="none">
      {verdictTitle(verdict)}
    </Badge>
  );
}

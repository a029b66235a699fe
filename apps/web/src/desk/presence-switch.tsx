import { Badge, SegmentedControl } from '@mantine/core';
import { presenceColor, presenceTitle } from '../words/titles.js';

const chosen = ['available', 'break', 'offline'];

interface PresenceSwitchProps {
  readonly presence: string;
  readonly onChange: (presence: string) => void;
}

/** What the agent can choose; being in a call and writing up come by themselves. */
export function PresenceSwitch({ presence, onChange }: PresenceSwitchProps) {
  if (!chosen.includes(presence)) {
    return (
      <Badge
        size="lg"
        variant="light"
        color={presenceColor(presence)}
        tt="none"
        data-testid="presence"
        data-presence={presence}
      >
        {presenceTitle(presence)}
      </Badge>
    );
  }
  return (
    <div data-testid="presence" data-presence={presence}>
      <SegmentedControl
        aria-label="Presence"
        color={presenceColor(presence) === 'gray' ? 'gray' : `${presenceColor(presence)}.8`}
        data={chosen.map((value) => ({ value, label: presenceTitle(value) }))}
        value={presence}
        onChange={onChange}
      />
    </div>
  );
}

import { Badge, Stack, Text } from '@mantine/core';
import type { ConsentReceipt } from '../api/model.js';
import { humanise, jurisdictionName, timeOfDay } from '../words/format.js';
import '../conversation/conversation.css';

/** Every consent and every change of mind. */
export function ConsentLedger({ consents }: { readonly consents: readonly ConsentReceipt[] }) {
  return (
    <Stack className="card" p="lg" gap="sm" data-testid="audit-consents">
      <h2 className="label">Consents</h2>
      {consents.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing was asked or told in this conversation.
        </Text>
      ) : (
        <table className="rules">
          <thead>
            <tr>
              <th scope="col">Purpose</th>
              <th scope="col">State</th>
              <th scope="col">Notice</th>
              <th scope="col">When</th>
            </tr>
          </thead>
          <tbody>
            {consents.map(({ eventId, purpose, state, jurisdiction, noticeVersion, atMs }) => (
              <tr key={eventId}>
                <td>{humanise(purpose)}</td>
                <td>
                  <Badge size="sm" variant="light" color={colors[state] ?? 'gray'} tt="none">
                    {state}
                  </Badge>
                </td>
                <td>
                  {noticeVersion}
                  <Text size="xs" c="dimmed">
                    {jurisdictionName(jurisdiction)}
                  </Text>
                </td>
                <td className="tabular">{timeOfDay(atMs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Stack>
  );
}

const colors: Readonly<Record<string, string>> = { granted: 'teal', refused: 'red', notified: 'baton' };

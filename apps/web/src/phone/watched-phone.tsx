import { Alert, Anchor } from '@mantine/core';
import { Link } from 'wouter';
import { Transcript } from '../conversation/transcript.js';
import { useNames } from '../conversation/use-names.js';
import { useWatchedConversation } from '../conversation/use-watched-conversation.js';
import { Nothing } from '../shell/nothing.js';
import { Handset } from './handset.js';
import { phaseLine } from './phase-line.js';

/** Somebody else's call, read-only and live. */
export function WatchedPhone({ conversationId }: { readonly conversationId: string }) {
  const { view, connected } = useWatchedConversation(conversationId);
  const nameOf = useNames();
  return (
    <div className="phone-page" style={{ gridTemplateColumns: 'minmax(0, 460px)' }}>
      <Handset
        title="Watching a call"
        phase={view.phase}
        line={phaseLine({ ...view, agentName: nameOf(view.agentId) })}
        startedAtMs={view.packet?.startedAtMs ?? view.turns[0]?.at ?? 0}
      >
        <Transcript
          turns={view.turns}
          mine="customer"
          nameOf={nameOf}
          empty={
            <Nothing icon="phone" title="Nothing said yet">
              The conversation appears here as it happens.
            </Nothing>
          }
        />
      </Handset>
      <Alert
        variant="light"
        color={connected ? 'baton' : 'yellow'}
        title={connected ? 'Read only' : 'Connecting…'}
      >
        You look at this call without being in it.{' '}
        <Anchor component={Link} href={`/audit?c=${encodeURIComponent(conversationId)}`}>
          Open its audit trail
        </Anchor>
      </Alert>
    </div>
  );
}

import { Group, NativeSelect, Text } from '@mantine/core';
import type { ConversationSummary, Tenant } from '../api/model.js';
import { VerdictBadge } from '../conversation/chips.js';
import { Nothing } from '../shell/nothing.js';
import { clock, dayAndTime, humanise, languageName } from '../words/format.js';
import { reasonTitle } from '../words/titles.js';

interface ConversationListProps {
  readonly tenants: readonly Tenant[];
  readonly tenant: string;
  readonly conversations: readonly ConversationSummary[] | undefined;
  readonly selected: string;
  readonly onTenant: (tenant: string) => void;
  readonly onSelect: (conversationId: string) => void;
}

/** Every conversation of a company, newest first. */
export function ConversationList(props: ConversationListProps) {
  const { tenants, tenant, conversations, selected, onTenant, onSelect } = props;
  return (
    <section className="card audit-list" aria-label="Conversations">
      <div style={{ padding: 14, borderBottom: '1px solid var(--baton-line)' }}>
        <NativeSelect
          aria-label="Company"
          data={tenants.map(({ id, company }) => ({ value: id, label: company }))}
          value={tenant}
          onChange={({ currentTarget }) => onTenant(currentTarget.value)}
          data-testid="audit-tenant"
        />
      </div>
      <div className="scroll" style={{ minHeight: 0 }}>
        {conversations?.length === 0 ? (
          <Nothing icon="phone" title="No conversation yet">
            Make a call on the phone page, or play the demo call from the home page.
          </Nothing>
        ) : null}
        {conversations?.map((conversation) => (
          <button
            key={conversation.conversationId}
            type="button"
            className="audit-line"
            aria-current={conversation.conversationId === selected}
            onClick={() => onSelect(conversation.conversationId)}
            data-testid="audit-conversation"
          >
            <Group justify="space-between" wrap="nowrap" gap={8}>
              <Text size="sm" fw={600}>
                {dayAndTime(conversation.startedAtMs)}
              </Text>
              <Text size="xs" c="dimmed" className="tabular">
                {conversation.endedAtMs > 0
                  ? clock(conversation.endedAtMs - conversation.startedAtMs)
                  : 'going on'}
              </Text>
            </Group>
            <Text size="xs" c="dimmed" mb={5}>
              {[
                humanise(conversation.channel),
                languageName(conversation.language),
                `${conversation.turns} turns`,
                conversation.handoffState && humanise(conversation.handoffState).toLowerCase(),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            <Group gap={6}>
              <VerdictBadge verdict={conversation.verdict} />
              <Text size="xs">{conversation.reasons.map(reasonTitle).join(', ')}</Text>
            </Group>
          </button>
        ))}
      </div>
    </section>
  );
}

import { Badge, Collapse, Group, NativeSelect, Stack, Text, Anchor } from '@mantine/core';
import { useState } from 'react';
import { decodeDecision } from '../api/decode-decision.js';
import type { Decision, TrailEntry } from '../api/model.js';
import { PriorityBadge, ReasonChips, VerdictBadge } from '../conversation/chips.js';
import { MatchedRules } from '../conversation/matched-rules.js';
import { Section } from '../conversation/section.js';
import { CopyButton } from '../shell/copy-button.js';
import { eventName } from '../words/describe-event.js';
import { shortId } from '../words/format.js';
import { verdictTitle } from '../words/titles.js';
import { SignalTable } from './signal-table.js';

const verdicts = ['continue', 'clarify', 'offer-human', 'escalate'];

/** The decisions of a conversation, one a customer turn. */
export function decisionsOf(entries: readonly TrailEntry[]): readonly Decision[] {
  const decided = entries
    .filter(({ type }) => eventName(type) === 'TurnDecided')
    .map(({ data }) => decodeDecision(data?.['decision']));
  return decided.toSorted((left, right) => left.turnIndex - right.turnIndex);
}

/** Why a decision fell; the weightiest one first. */
export function DecisionExplained({ decisions }: { readonly decisions: readonly Decision[] }) {
  const [turn, setTurn] = useState<number>();
  const [signals, setSignals] = useState(false);
  const weightiest = decisions.toSorted(
    (left, right) => verdicts.indexOf(right.verdict) - verdicts.indexOf(left.verdict),
  );
  const decision = decisions.find(({ turnIndex }) => turnIndex === turn) ?? weightiest[0];
  if (!decision) return null;
  return (
    <Stack className="card" p="lg" gap="md" data-testid="audit-decision">
      <Group justify="space-between">
        <h2 className="label">The decision</h2>
        <NativeSelect
          size="xs"
          aria-label="Decision of which turn"
          data={decisions.map(({ turnIndex, verdict }) => ({
            value: String(turnIndex),
            label: `Turn ${turnIndex}: ${verdictTitle(verdict).toLowerCase()}`,
          }))}
          value={String(decision.turnIndex)}
          onChange={({ currentTarget }) => setTurn(Number(currentTarget.value))}
        />
      </Group>
      <Group gap={8}>
        <VerdictBadge verdict={decision.verdict} />
        {decision.verdict === 'continue' ? null : <PriorityBadge priority={decision.priority} />}
        <ReasonChips reasons={decision.reasons} />
        <Badge variant="light" color="gray" tt="none">
          Risk {Math.round(decision.risk * 100)} %
        </Badge>
      </Group>
      {decision.explanation.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      {decision.matched.length > 0 ? (
        <Section title="Rules that matched">
          <MatchedRules rules={decision.matched} />
        </Section>
      ) : (
        <Text size="sm" c="dimmed">
          No rule matched, so the assistant goes on.
        </Text>
      )}
      {decision.failedRules.length > 0 ? (
        <Text size="sm" c="red">
          These rules could not be evaluated and counted as no match: {decision.failedRules.join(', ')}
        </Text>
      ) : null}
      <Section title="Policy">
        <Text size="sm">
          {decision.policyId} version {decision.policyVersion}{' '}
          <span className="mono" title={decision.policySha256}>
            sha256 {shortId(decision.policySha256, 16)}
          </span>{' '}
          <CopyButton value={decision.policySha256} label="policy hash" />
        </Text>
        <Text size="sm" c="dimmed">
          A replay must reproduce record{' '}
          <span className="mono" title={decision.recordSha256}>
            {shortId(decision.recordSha256, 16)}
          </span>
        </Text>
      </Section>
      <div>
        <Anchor
          component="button"
          type="button"
          size="sm"
          aria-expanded={signals}
          onClick={() => setSignals(!signals)}
        >
          {signals ? 'Hide the signals' : 'Show the signals it was made from'}
        </Anchor>
        <Collapse expanded={signals}>
          <SignalTable signals={decision.signals} />
        </Collapse>
      </div>
    </Stack>
  );
}

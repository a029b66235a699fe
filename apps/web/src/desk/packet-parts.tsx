import { Anchor, Badge, Collapse, Group, Stack, Text } from '@mantine/core';
import { useId, useState } from 'react';
import type { Article, Decision, Packet, PreviousContact } from '../api/model.js';
import { PriorityBadge, ReasonChips } from '../conversation/chips.js';
import { MatchedRules } from '../conversation/matched-rules.js';
import { mood, Sparkline } from '../conversation/sparkline.js';
import { dayAndTime, humanise } from '../words/format.js';

/** Why a person must take over, in plain words; the rules behind it on demand. */
export function Why({ decision }: { readonly decision: Decision }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="why" data-testid="packet-why">
      {decision.explanation.map((sentence) => (
        <Text key={sentence} fw={550}>
          {sentence}
        </Text>
      ))}
      <Group gap={6} mt={8}>
        <PriorityBadge priority={decision.priority} />
        <ReasonChips reasons={decision.reasons} />
      </Group>
      {decision.matched.length > 0 ? (
        <>
          <Anchor
            component="button"
            type="button"
            size="sm"
            mt={8}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen((shown) => !shown)}
          >
            {open ? 'Hide the rules' : `Show the rules (${decision.matched.length})`}
          </Anchor>
          <Collapse expanded={open} id={id}>
            <MatchedRules rules={decision.matched} />
            <Text size="xs" c="dimmed" mt={6}>
              Policy {decision.policyId} version {decision.policyVersion} · risk{' '}
              {Math.round(decision.risk * 100)} %
            </Text>
          </Collapse>
        </>
      ) : null}
    </div>
  );
}

/** How the caller felt so far. */
export function Feeling({ packet }: { readonly packet: Packet }) {
  const last = packet.sentiment.at(-1);
  if (!last) {
    return (
      <Text size="sm" c="dimmed">
        Not known yet.
      </Text>
    );
  }
  const marks = [
    last.frustration > 0 ? (last.frustration > 1 ? 'very frustrated' : 'frustrated') : '',
    last.confusion > 0 ? 'confused' : '',
    last.urgency > 0 ? (last.urgency > 1 ? 'very urgent' : 'urgent') : '',
  ].filter(Boolean);
  return (
    <>
      <Sparkline points={packet.sentiment} />
      <Text size="sm">Now {[mood(last.polarity), ...marks].join(', ')}.</Text>
    </>
  );
}

/** Who calls and what the company knows of them. */
export function Who({ packet: { customer, consents, aiDisclosed } }: { readonly packet: Packet }) {
  const facts = Object.entries(customer.facts);
  return (
    <Stack gap={8}>
      <Group gap={8}>
        <Text fw={650} size="lg" data-testid="packet-customer">
          {customer.name || (customer.known ? customer.customerId : 'Unknown caller')}
        </Text>
        {customer.segment ? (
          <Badge variant="light" color="gray" tt="none">
            {humanise(customer.segment)}
          </Badge>
        ) : null}
        {customer.assurance ? (
          <Badge variant="light" color={customer.assurance === 'none' ? 'yellow' : 'gray'} tt="none">
            {assurances[customer.assurance] ?? humanise(customer.assurance)}
          </Badge>
        ) : null}
      </Group>
      {facts.length > 0 ? (
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{humanise(name)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {customer.crmNote ? (
        <Text size="sm" c="dimmed">
          {customer.crmNote}
        </Text>
      ) : null}
      {customer.contactsLast30d > 0 ? (
        <Text size="sm" c="dimmed">
          {customer.contactsLast30d === 1 ? 'One contact' : `${customer.contactsLast30d} contacts`} in the
          last 30 days
        </Text>
      ) : null}
      <Group gap={6}>
        <Badge variant="light" color={aiDisclosed ? 'teal' : 'red'} tt="none">
          {aiDisclosed ? 'Told that it was an AI' : 'Not told that it was an AI'}
        </Badge>
        {consents.map(({ purpose, state }) => (
          <Badge key={purpose} variant="light" color={state === 'refused' ? 'red' : 'gray'} tt="none">
            {humanise(purpose)}: {state}
          </Badge>
        ))}
      </Group>
    </Stack>
  );
}

const assurances: Readonly<Record<string, string>> = {
  none: 'Not identified',
  claimed: 'Identity claimed',
  crm: 'Known to CRM',
};

/** What the bot did for the caller before. */
export function Tried({ packet: { actionsTried } }: { readonly packet: Packet }) {
  if (actionsTried.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing yet.
      </Text>
    );
  }
  return (
    <ul style={{ margin: 0, paddingLeft: 18, fontSize: '0.9rem' }}>
      {actionsTried.map(({ turnIndex, action, intent, result }) => (
        <li key={`${turnIndex} ${action}`}>
          {humanise(action)}
          {intent ? `: ${humanise(intent).toLowerCase()}` : ''}
          {result ? <span style={{ color: 'var(--baton-muted)' }}> → {result}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Knowledge articles with the passage that helps. */
export function Articles({ articles }: { readonly articles: readonly Article[] }) {
  return (
    <Stack gap={8}>
      {articles.map(({ articleId, title, quote }) => (
        <div
          key={articleId}
          className="soft"
          style={{ padding: '10px 14px' }}
          data-testid={`article-${articleId}`}
        >
          <Text size="sm" fw={600}>
            {title}
          </Text>
          <Text size="sm" c="dimmed" lineClamp={4} title={quote}>
            {quote}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

/** What the law or the company asks for in this case. */
export function Guidance({ lines }: { readonly lines: readonly string[] }) {
  return (
    <Stack gap={8}>
      {lines.map((line) => (
        <div key={line} className="guidance" data-testid="guidance">
          {line}
        </div>
      ))}
    </Stack>
  );
}

/** What the customer contacted us about before, newest first. */
export function Before({ contacts }: { readonly contacts: readonly PreviousContact[] }) {
  return (
    <Stack gap={4} data-testid="previous-contacts">
      {contacts.slice(0, 5).map(({ conversationId, channels, startedAtMs, contactReasons }) => (
        <Text key={conversationId} size="sm">
          {dayAndTime(startedAtMs)} · {channels.map(humanise).join(' → ')}
          {contactReasons.length > 0 ? ` · ${contactReasons.join(', ')}` : ''}
        </Text>
      ))}
    </Stack>
  );
}

/** A sentence to begin with; a click puts it where the agent types. */
export function SayThis({ sentence, onUse }: { readonly sentence: string; readonly onUse: () => void }) {
  return (
    <button type="button" className="say-this" onClick={onUse} data-testid="suggested-sentence">
      “{sentence}”
      <Text size="xs" mt={6} component="span" display="block" fw={600}>
        Click to put it in the composer
      </Text>
    </button>
  );
}

import { Button, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Tenant } from '../api/model.js';
import { Icon } from '../shell/icon.js';
import { humanise, jurisdictionName, languageName } from '../words/format.js';
import type { Dial } from './use-call.js';

interface CallSetupProps {
  readonly tenants: readonly Tenant[];
  readonly busy: boolean;
  readonly tenantId: string;
  readonly onTenant: (tenantId: string) => void;
  readonly onCall: (dial: Dial) => void;
}

/** Whom I call, who I am, in which language and under which law. */
export function CallSetup({ tenants, busy, tenantId, onTenant, onCall }: CallSetupProps) {
  const tenant = tenants.find(({ id }) => id === tenantId) ?? tenants[0];
  const [customerId, setCustomerId] = useState<string>();
  const [language, setLanguage] = useState('');
  const [jurisdiction, setJurisdiction] = useState('');
  if (!tenant) return null;

  const customers = [
    ...tenant.customers.map(({ customerId: value, name, segment }) => ({
      value,
      label: `${name} (${humanise(segment)})`,
    })),
    { value: '', label: 'Somebody the company does not know' },
  ];
  const chosenCustomer = customers.some(({ value }) => value === customerId)
    ? customerId
    : customers[0]?.value;
  const chosenLanguage = tenant.languages.includes(language) ? language : (tenant.languages[0] ?? '');
  const chosenPlace = tenant.jurisdictions.includes(jurisdiction) ? jurisdiction : tenant.defaultJurisdiction;

  const call = () => {
    const customer = tenant.customers.find((known) => known.customerId === chosenCustomer);
    onCall({
      tenant: tenant.id,
      language: chosenLanguage,
      jurisdiction: chosenPlace,
      ...(customer ? { customer: { id: customer.customerId, segment: customer.segment } } : {}),
    });
  };

  return (
    <Stack className="card" p="lg" gap="md">
      <div>
        <Title order={2} size="h4">
          Make a call
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          You are the customer. You type instead of speaking: what you type counts as the final transcript.
        </Text>
      </div>
      <NativeSelect
        label="Company"
        data={tenants.map(({ id, company }) => ({ value: id, label: company }))}
        value={tenant.id}
        onChange={({ currentTarget }) => onTenant(currentTarget.value)}
        disabled={busy}
        data-testid="phone-tenant"
      />
      <NativeSelect
        label="I am"
        data={customers}
        value={chosenCustomer}
        onChange={({ currentTarget }) => setCustomerId(currentTarget.value)}
        disabled={busy}
        data-testid="phone-customer"
      />
      <NativeSelect
        label="Language"
        data={tenant.languages.map((value) => ({ value, label: languageName(value) }))}
        value={chosenLanguage}
        onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
        disabled={busy}
        data-testid="phone-language"
      />
      <NativeSelect
        label="Calling from"
        description="Decides which notices you hear first."
        data={tenant.jurisdictions.map((value) => ({ value, label: jurisdictionName(value) }))}
        value={chosenPlace}
        onChange={({ currentTarget }) => setJurisdiction(currentTarget.value)}
        disabled={busy}
        data-testid="phone-jurisdiction"
      />
      <Button
        size="md"
        color="teal.9"
        leftSection={<Icon name="phone" />}
        onClick={call}
        disabled={busy}
        data-testid="phone-call"
      >
        Call {tenant.company}
      </Button>
    </Stack>
  );
}

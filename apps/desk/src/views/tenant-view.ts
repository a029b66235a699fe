import { sentenceIn, type Pack } from '@baton/packs';

/** What a page may know of a tenant before anyone signed in. */
export function tenantView(pack: Pack) {
  const { compliance, demo, routing } = pack;
  return {
    id: pack.name,
    company: pack.bot.company,
    languages: pack.languages,
    jurisdictions: compliance.jurisdictions.map(({ code }) => ({ code })),
    defaultJurisdiction: compliance.defaultJurisdiction,
    customers: (demo?.customers ?? []).map(({ id, name, segment }) => ({ customerId: id, name, segment })),
    agents: (demo?.agents ?? []).map(({ id, name, skills, languages, role = 'agent' }) => ({
      agentId: id,
      name,
      skills,
      languages,
      role,
    })),
    queues: routing.queues.map(({ name, title }) => ({ name, title: sentenceIn(title, ...pack.languages) })),
    ...(demo ? { demoCall: demo.demoCall } : {}),
    dispositions: routing.dispositions.map(({ code, title }) => ({
      code,
      title: sentenceIn(title, ...pack.languages),
    })),
  };
}

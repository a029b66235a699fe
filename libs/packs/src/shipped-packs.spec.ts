import { resolve } from 'node:path';
import { complianceSchema } from './compliance-schema.js';
import { escalationSchema } from './escalation-schema.js';
import { formatFaults } from './format-faults.js';
import { loadPack } from './load-pack.js';
import { reasonCodes } from './names.js';
import { listPacks } from './resolve-pack-dir.js';
import { routingSchema } from './routing-schema.js';
import { textsOf } from './visit-texts.js';

const root = resolve(import.meta.dirname, '../../../packs');

describe('every pack that ships', () => {
  it.each(listPacks(root))('%s is valid', (name) => {
    const result = loadPack(resolve(root, name));
    expect(result.ok ? '' : formatFaults(result.error, `packs/${name}`)).toBe('');
  });

  it.each(listPacks(root))('%s has call scripts that must not escalate', (name) => {
    const result = loadPack(resolve(root, name));
    const scripts = result.ok ? result.value.scripts : [];
    const calm = scripts.filter(({ expect: expected }) => expected?.shouldEscalate === false);
    expect(scripts.length).toBeGreaterThanOrEqual(10);
    expect(calm.length).toBeGreaterThanOrEqual(scripts.length / 4);
  });
});

describe('the bank', () => {
  const loaded = loadPack(resolve(root, 'bank'));
  const bank = loaded.ok ? loaded.value : undefined;

  it('has at least twenty phrases an intent and language', () => {
    const counts = bank?.bot.intents.flatMap(({ examples }) =>
      Object.values(examples).map(({ length }) => length),
    );
    expect(Math.min(...(counts ?? [0]))).toBeGreaterThanOrEqual(20);
  });

  it('has a rule for every reason a conversation can be given to a person', () => {
    const covered = new Set(bank?.escalation.rules.flatMap(({ reasons }) => reasons));
    expect(reasonCodes.filter((reason) => !covered.has(reason))).toEqual([]);
  });

  it('has a queue for every skill a rule asks for, and an agent for every queue', () => {
    const { queues } = bank!.routing;
    const served = new Set(queues.flatMap(({ serves }) => serves));
    const asked = bank!.escalation.rules.flatMap(({ skills }) => skills);
    expect(asked.filter((skill) => !served.has(skill))).toEqual([]);
    const staffed = queues.filter(({ skills }) =>
      bank!.demo?.agents.some((agent) => skills.every((skill) => Object.hasOwn(agent.skills, skill))),
    );
    expect(staffed.map(({ name }) => name)).toEqual(queues.map(({ name }) => name));
  });

  it('says everything in both languages', () => {
    const texts = [
      ...textsOf(escalationSchema, bank?.escalation),
      ...textsOf(routingSchema, bank?.routing),
      ...textsOf(complianceSchema, bank?.compliance),
    ];
    expect(texts.length).toBeGreaterThan(60);
    expect(texts.filter(({ languages }) => !languages.includes('es')).map(({ path }) => path)).toEqual([]);
  });
});

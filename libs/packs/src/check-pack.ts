import { botSchema } from './bot-schema.js';
import { checkArticles } from './check-articles.js';
import { checkBot, checkBotTexts } from './check-bot.js';
import { checkCompliance } from './check-compliance.js';
import { checkCrm } from './check-crm.js';
import { checkDemo, customerNames } from './check-demo.js';
import { checkPolicy } from './check-policy.js';
import { announcementNames, checkRouting } from './check-routing.js';
import { checkScripts } from './check-scripts.js';
import { checkTexts } from './check-texts.js';
import { complianceSchema } from './compliance-schema.js';
import { crmSchema } from './crm-schema.js';
import { decodeText } from './decode-text.js';
import { demoSchema } from './demo-schema.js';
import type { PackFault } from './fault.js';
import type { Pack } from './pack.js';
import { routingSchema } from './routing-schema.js';
import { namesIn, readSection } from './section.js';
import type { ValidateEscalation, ValidateRouting } from './validate-escalation.js';

/** The parts of a pack where none is missing or misshapen, and every fault of its files. */
export interface CheckedPack {
  readonly parts: Omit<Pack, 'name' | 'dir' | 'sha256'> | undefined;
  readonly faults: readonly PackFault[];
}

/** Checks the files of a pack by themselves and against each other. */
export function checkPack(
  files: ReadonlyMap<string, Uint8Array>,
  validate?: ValidateEscalation,
  validateRouting?: ValidateRouting,
): CheckedPack {
  const { texts, faults: broken } = decodeAll(files);
  const bot = readSection('bot.yaml', botSchema, texts);
  const routing = readSection('routing.yaml', routingSchema, texts);
  const compliance = readSection('compliance.yaml', complianceSchema, texts);
  const crm = readSection('crm.yaml', crmSchema, texts);
  const demo = readSection('demo.yaml', demoSchema, texts);

  const languages = namesIn(bot.value, 'languages') ?? [];
  const first = languages.slice(0, 1);
  const skills = namesIn(routing.value, 'skills', 'name');
  const customers = demo.parsed?.customers.map(({ id }) => id);
  const policy = checkPolicy(texts, { skills, languages }, validate);
  const knowledge = checkArticles(texts, namesIn(bot.value, 'intents', 'name'));
  const scripts = checkScripts(texts, { skills, customers });
  const botContext = { languages, articles: knowledge.ids, facts: demo.parsed && customerNames(demo.parsed) };

  const faults = [
    ...broken,
    ...[bot, routing, compliance, crm, demo, policy, knowledge, scripts].flatMap((part) => part.faults),
    ...checkBotTexts(bot.value, botContext).map(bot.place),
    ...(bot.parsed ? checkBot(bot.parsed, botContext).map(bot.place) : []),
    ...checkTexts(routingSchema, routing.value, first, announcementNames).map(routing.place),
    ...(routing.parsed ? checkRouting(routing.parsed, validateRouting).map(routing.place) : []),
    ...checkTexts(complianceSchema, compliance.value, first, () => ({ names: [] })).map(compliance.place),
    ...(compliance.parsed ? checkCompliance(compliance.parsed).map(compliance.place) : []),
    ...(crm.parsed ? checkCrm(crm.parsed).map(crm.place) : []),
    ...(demo.parsed ? checkDemo(demo.parsed, skills, scripts.ids).map(demo.place) : []),
  ];
  const hasCrmFault = texts.has('crm.yaml') && !crm.parsed;
  if (!bot.parsed || !policy.source || !routing.parsed || !compliance.parsed || hasCrmFault)
    return { parts: undefined, faults };
  const parts = {
    languages,
    bot: bot.parsed,
    escalation: policy.source,
    routing: routing.parsed,
    compliance: compliance.parsed,
    ...(crm.parsed === undefined ? {} : { crm: crm.parsed }),
    ...(demo.parsed === undefined ? {} : { demo: demo.parsed }),
    articles: knowledge.articles,
    scripts: scripts.scripts,
  };
  return { parts, faults };
}

function decodeAll(files: ReadonlyMap<string, Uint8Array>): {
  texts: Map<string, string>;
  faults: PackFault[];
} {
  const texts = new Map<string, string>();
  const faults: PackFault[] = [];
  for (const [file, bytes] of files) {
    const text = decodeText(file, bytes);
    if (text.ok) texts.set(file, text.value);
    else faults.push(text.error);
  }
  return { texts, faults };
}

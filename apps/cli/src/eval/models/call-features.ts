/** One utterance of a call as its understanding: who, which intent, which entity types. */
export interface CallAct {
  readonly speaker: 'bot' | 'customer';
  readonly intent: string;
  readonly entities: readonly string[];
}

/** A call up to the customer's last turn. */
export function trimmed(acts: readonly CallAct[]): readonly CallAct[] {
  return acts.slice(0, acts.findLastIndex((act) => act.speaker === 'customer') + 1);
}

const LEAST_CALLS = 10;
const NEVER = 99;

/** Intents and entities, by speaker, that occur in at least ten calls: what `callFeatures` counts. */
export function callFeatureNames(calls: readonly (readonly CallAct[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const acts of calls) {
    for (const name of new Set(acts.flatMap(namesOf))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= LEAST_CALLS).map(([name]) => name);
}

/**
 * A call as numbers: how often each name occurs, how near the end it last did, where it first did; length, repeated and looping
 * system turns, the customer's confirmations and refusals, over all and of late.
 */
export function callFeatures(acts: readonly CallAct[], names: readonly string[]): Float32Array {
  const count = new Map<string, number>();
  const last = new Map<string, number>();
  const first = new Map<string, number>();
  acts.forEach((act, at) => {
    for (const name of namesOf(act)) {
      count.set(name, (count.get(name) ?? 0) + 1);
      last.set(name, at);
      if (!first.has(name)) first.set(name, at);
    }
  });
  const features = names.flatMap((name) => [
    count.get(name) ?? 0,
    last.has(name) ? 1 / (acts.length - last.get(name)!) : 0,
    first.get(name) ?? NEVER,
  ]);
  return Float32Array.from([...features, ...courseOf(acts)]);
}

function courseOf(acts: readonly CallAct[]): number[] {
  const bot = acts.filter((act) => act.speaker === 'bot').map((act) => act.intent);
  const customer = acts.filter((act) => act.speaker === 'customer');
  const repeats = bot.filter((intent, at) => at > 0 && intent === bot[at - 1]).length;
  const saying = (intent: string, among: readonly CallAct[]): number =>
    among.filter((act) => act.intent === intent).length;
  const lately = customer.slice(-3);
  let run = 0;
  while (run < customer.length && customer[customer.length - 1 - run]!.intent === customer.at(-1)!.intent)
    run += 1;
  return [
    acts.length,
    customer.length,
    acts.length - 2 * customer.length,
    repeats,
    bot.length - new Set(bot).size,
    saying('negate', customer) / (customer.length + 1),
    saying('confirm', customer) / (customer.length + 1),
    saying('negate', lately),
    saying('confirm', lately),
    customer.filter((act) => act.entities.length > 0).length,
    customer.reduce((sum, act) => sum + act.entities.length, 0),
    run,
  ];
}

function namesOf(act: CallAct): string[] {
  return [`${act.speaker} ${act.intent}`, ...act.entities.map((entity) => `${act.speaker} [${entity}]`)];
}

/** A turn of a human conversation whose words are numbers. */
export interface WordTurn {
  readonly role: 'customer' | 'agent';
  readonly tokens: readonly number[];
}

/**
 * What a turn says and answers, as strings: who speaks, its words, word pairs and pairs with a gap, the words of the agent's and of
 * the customer's turn before, how long and how far into the conversation. Looks at this turn and those before it only.
 */
export function turnFeatures(
  turns: readonly WordTurn[],
  at: number,
): { said: ReadonlySet<string>; before: ReadonlySet<string> } {
  const { role, tokens } = turns[at]!;
  const who = role === 'agent' ? 'a' : 'c';
  const said = new Set<string>([who]);
  for (let word = -1; word < tokens.length; word += 1) {
    if (word >= 0) said.add(`${who}w${tokens[word]}`);
    said.add(`${who}p${tokens[word] ?? '<'} ${tokens[word + 1] ?? '>'}`);
    if (word >= 0 && word + 2 < tokens.length) said.add(`${who}g${tokens[word]} ${tokens[word + 2]}`);
  }
  const before = new Set<string>([`${who}length${lengthClass(tokens.length)}`, `${who}at${Math.min(at, 4)}`]);
  if (at >= 10) before.add(`${who}late`);
  for (const other of ['agent', 'customer'] as const) {
    const previous = turns.slice(0, at).findLastIndex((turn) => turn.role === other);
    if (previous < 0) {
      before.add(`${who}no ${other}`);
      continue;
    }
    before.add(`${who}since ${other} ${Math.min(4, at - previous)}`);
    for (const word of turns[previous]!.tokens) before.add(`${who}${other} ${word}`);
  }
  return { said, before };
}

/**
 * How a conversation went up to a turn, given a first score of every turn up to it: the score itself, those of the turns before,
 * and how much of the turn repeats what its speaker said earlier.
 */
export function courseFeatures(
  turns: readonly WordTurn[],
  scores: readonly number[],
  at: number,
): Float32Array {
  const turn = turns[at]!;
  const earlier = turns
    .slice(0, at)
    .flatMap((one, index) => (one.role === 'customer' ? [scores[index]!] : []));
  const agentEarlier = turns
    .slice(0, at)
    .flatMap((one, index) => (one.role === 'agent' ? [scores[index]!] : []));
  let run = 0;
  while (run < at && turns[at - 1 - run]!.role === turn.role) run += 1;
  const own = turns.slice(0, at).filter((one) => one.role === turn.role);
  const heard = new Set(own.flatMap((one) => one.tokens));
  const known = turn.tokens.filter((word) => heard.has(word)).length / Math.max(1, turn.tokens.length);
  return Float32Array.of(
    turn.role === 'customer' ? 1 : 0,
    scores[at]!,
    earlier.at(-1) ?? NONE,
    earlier.at(-2) ?? NONE,
    agentEarlier.at(-1) ?? NONE,
    earlier.length === 0 ? NONE : Math.max(...earlier),
    earlier.length === 0 ? NONE : earlier.reduce((sum, one) => sum + one, 0) / earlier.length,
    at,
    run,
    turn.tokens.length,
    known,
    own.length === 0 ? 0 : own.reduce((sum, one) => sum + one.tokens.length, 0) / own.length,
    at > 0 ? turns[at - 1]!.tokens.length : 0,
    earlier.filter((one) => one > -1).length,
  );
}

const NONE = -9;

function lengthClass(words: number): number {
  if (words < 3) return words;
  return words < 6 ? 3 : words < 10 ? 4 : words < 20 ? 5 : 6;
}

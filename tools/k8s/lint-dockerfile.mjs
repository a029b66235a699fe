/** @typedef {{ line: number, word: string, rest: string }} Instruction */

/**
 * Faults of a Dockerfile, each `line: what`.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function lintDockerfile(text) {
  const all = instructions(text);
  const faults = [...baseImages(all), ...unsafeSources(all), ...lastStage(all)];
  return faults.map(({ line, what }) => `${line}: ${what}`);
}

/** @param {Instruction[]} all */
function* baseImages(all) {
  const stages = new Set();
  const defaults = new Map(
    all
      .filter(({ word }) => word === 'ARG')
      .map(({ rest }) => /** @type {[string, string]} */ (split(rest, '='))),
  );
  for (const { line, word, rest } of all) {
    if (word !== 'FROM') continue;
    const [from = '', , stage] = rest.split(/\s+/);
    const image = from.replace(/\$\{(\w+)\}/g, (_, name) => defaults.get(name) ?? '');
    if (!stages.has(image) && !isPinned(image))
      yield { line, what: `FROM ${from}: write a version, not "${image}"` };
    if (stage) stages.add(stage);
  }
}

/** @param {Instruction[]} all */
function* unsafeSources(all) {
  for (const { line, word, rest } of all) {
    if (word === 'ADD') yield { line, what: 'ADD fetches and unpacks by itself; COPY says what happens' };
    if (word === 'RUN' && /\bnpm (install|i) [^-]/.test(rest)) {
      yield { line, what: 'installs a package the lock file does not name' };
    }
    if (word === 'RUN' && /(curl|wget)[^|]*\|\s*(ba)?sh/.test(rest))
      yield { line, what: 'runs what it downloads unseen' };
    if (word === 'RUN' && /\bsudo\b/.test(rest)) yield { line, what: 'sudo in an image' };
    if ((word === 'ENV' || word === 'ARG') && /(PASSWORD|SECRET|TOKEN|_KEY)\s*=/.test(rest)) {
      yield { line, what: 'a secret would stay in the image' };
    }
  }
}

/** What the image that is run must say. @param {Instruction[]} all */
function* lastStage(all) {
  const from = all.findLastIndex(({ word }) => word === 'FROM');
  const stage = all.slice(from);
  const last = (/** @type {string} */ wanted) => stage.findLast(({ word }) => word === wanted);
  const line = stage[0]?.line ?? 0;
  const user = last('USER')?.rest ?? '';
  const uid = Number(user.split(':')[0]);
  if (!Number.isInteger(uid) || uid === 0)
    yield { line, what: `USER "${user}": a number that is not 0, for Kubernetes to see` };
  if (!last('WORKDIR')) yield { line, what: 'no WORKDIR' };
  const health = last('HEALTHCHECK')?.rest ?? '';
  if (!/CMD \[/.test(health)) yield { line, what: 'no HEALTHCHECK in exec form' };
  for (const word of ['ENTRYPOINT', 'CMD']) {
    // A shell as process 1 keeps SIGTERM to itself, and nothing would be drained.
    if (!last(word)?.rest.startsWith('[')) yield { line, what: `no ${word} in exec form` };
  }
}

/** @param {string} image */
export function isPinned(image) {
  if (image.includes('@sha256:')) return true;
  const tag = image.split('/').at(-1)?.split(':')[1];
  return Boolean(tag) && tag !== 'latest';
}

/** @param {string} text @returns {Instruction[]} */
function instructions(text) {
  /** @type {Instruction[]} */
  const found = [];
  let open = false;
  for (const [index, raw] of text.split('\n').entries()) {
    if (/^\s*(#|$)/.test(raw)) continue;
    const line = raw.replace(/\\$/, '').trim();
    if (open) /** @type {Instruction} */ (found.at(-1)).rest += ` ${line}`;
    else {
      const [word, rest] = split(line, ' ');
      found.push({ line: index + 1, word: word.toUpperCase(), rest });
    }
    open = /\\$/.test(raw);
  }
  return found;
}

/** @param {string} text @param {string} by @returns {[string, string]} at the first one */
function split(text, by) {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1).trim()];
}

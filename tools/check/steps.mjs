import { join } from 'node:path';
import { pinnedNode } from '../install.mjs';
import { checkBreaking } from '../proto/breaking.mjs';
import { runBuf } from '../proto/buf.mjs';
import { checkGenerated } from '../proto/check-generated.mjs';
import { root, toolEnv } from '../run-node.mjs';
import { runCommand } from '../servers/run-command.mjs';

/** @typedef {{ code: number, output: string }} Outcome `output` is shown as it is; empty where there is nothing to say */
/** @typedef {{ name: string, what: string, fix: string, run: () => Promise<Outcome> }} Step */

/** @type {readonly Step[]} */
export const steps = [
  {
    name: 'format',
    what: 'Prettier',
    fix: 'npm run format',
    run: () => node('tools/format.mjs', '--check'),
  },
  {
    name: 'lint',
    what: 'ESLint: module boundaries, promises, types',
    fix: 'npm run lint -- --fix, then by hand',
    // Without ESLint's cache: it does not see that a type in another file has changed.
    run: () => node('tools/lint.mjs'),
  },
  { name: 'types', what: 'TypeScript, every project', fix: 'mend the types', run: checkTypes },
  { name: 'proto', what: 'buf lint and format', fix: 'npm run proto', run: checkProto },
  {
    name: 'breaking',
    what: 'contracts against what is committed',
    fix: 'keep the field, or make a v2 package and topic beside it (CONTRIBUTING.md)',
    run: checkBreaking,
  },
  { name: 'generated', what: 'code generated from proto/', fix: 'npm run proto', run: checkGenerated },
  {
    name: 'docs',
    what: 'generated pages of docs/',
    fix: 'npm run docs',
    run: () => node('tools/docs.mjs', '--check'),
  },
  {
    name: 'deploy',
    what: 'Dockerfile, compose files, manifests',
    fix: 'mend what is named above',
    run: checkDeployed,
  },
];

/** @returns {Promise<Outcome>} */
async function checkTypes() {
  const tsc = 'node_modules/typescript/bin/tsc';
  const outcomes = [await node(tsc, '-b', '--pretty'), await node(tsc, '-p', 'apps/web', '--pretty')];
  return together(outcomes);
}

/** @returns {Promise<Outcome>} */
async function checkProto() {
  return together([await runBuf(['lint']), await runBuf(['format', '-d', '--exit-code'])]);
}

/** Manifests are rendered by kubectl, which not every machine has; the rest is looked at all the same. @returns {Promise<Outcome>} */
async function checkDeployed() {
  const outcome = await node('tools/k8s/lint.mjs');
  const onlyKubectl = outcome.output.includes('kubectl is needed') && !/^FAIL/m.test(outcome.output);
  return outcome.code === 3 && onlyKubectl
    ? { code: 0, output: 'left out: the manifests, because kubectl is not installed' }
    : outcome;
}

/** @param {Outcome[]} outcomes @returns {Outcome} */
function together(outcomes) {
  return {
    code: outcomes.find(({ code }) => code !== 0)?.code ?? 0,
    output: outcomes
      .map(({ output }) => output)
      .filter(Boolean)
      .join('\n'),
  };
}

/** A program of this repository on the pinned Node; what it prints is shown where it fails. @param {string[]} args @returns {Promise<Outcome>} */
async function node(...args) {
  const { code, stdout, stderr } = await runCommand(pinnedNode, args, { cwd: join(root), env: toolEnv() });
  return { code: code ?? 1, output: code === 0 ? '' : `${stdout}${stderr}`.trim() };
}

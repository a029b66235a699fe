import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Gives every project of `apps/` and `libs/` the same targets, so that no project has to repeat them: `npx nx run-many -t test -p kernel`.
 * What they cache is in `nx.json`.
 */
export const createNodesV2 = [
  '{apps,libs}/*/package.json',
  (manifests, _options, { workspaceRoot }) =>
    manifests.map((manifest) => [
      manifest,
      { projects: { [dirname(manifest)]: { targets: targetsOf(dirname(manifest), workspaceRoot) } } },
    ]),
];

/** @param {string} root the project's folder @param {string} workspaceRoot */
function targetsOf(root, workspaceRoot) {
  const pages = existsSync(join(workspaceRoot, root, 'vite.config.ts'));
  return {
    build: command(`node tools/build.mjs ${root}`),
    typecheck: command(pages ? `tsc -p ${root}` : `tsc -b ${root}`),
    lint: command(`node tools/lint.mjs ${root}`),
    test: command(`node tools/test.mjs unit --no-web --passWithNoTests ${root}/`),
  };
}

/** @param {string} line run from the root of the repository */
function command(line) {
  return { executor: 'nx:run-commands', options: { command: line, cwd: '{workspaceRoot}' } };
}

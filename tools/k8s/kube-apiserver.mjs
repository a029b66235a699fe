import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cached } from '../servers/cache.mjs';
import { progress } from '../servers/progress.mjs';
import { runCommand } from '../servers/run-command.mjs';

export const KUBERNETES = 'v1.33.4';

/** Kubernetes names its libraries v0.33.4 where it names itself v1.33.4. */
const LIBRARIES = KUBERNETES.replace('v1.', 'v0.');
const MODULE = 'k8s.io/kubernetes';
const MAIN = `${MODULE}/cmd/kube-apiserver`;

/**
 * The real kube-apiserver, built from its Go modules at first use (about 7 minutes on two cores, 142 MB) and kept in the cache.
 *
 * @param {string} cacheDir
 * @returns {Promise<string>} the program
 * @throws where Go is missing or the build fails
 */
export async function kubeApiserver(cacheDir) {
  const dir = await cached(cacheDir, `kube-apiserver-${KUBERNETES}`, async (building) => {
    await requireGo();
    progress(`kube-apiserver ${KUBERNETES}: building it from Go modules; once, about 7 minutes …`);
    await writeModule(building);
    await go(['mod', 'tidy'], building);
    await go(['build', '-o', 'built', MAIN], building);
    await rename(join(building, 'built'), join(building, 'kube-apiserver'));
    for (const file of ['go.mod', 'go.sum', 'tools.go']) await rm(join(building, file));
  });
  return join(dir, 'kube-apiserver');
}

/** Kubernetes takes its own libraries from a folder beside it; from outside they are modules of their own. @param {string} dir */
async function writeModule(dir) {
  const { GoMod } = JSON.parse(await go(['mod', 'download', '-json', `${MODULE}@${KUBERNETES}`], dir));
  const upstream = await readFile(GoMod, 'utf8');
  const goVersion = /^go (\S+)$/m.exec(upstream)?.[1];
  const staged = [...upstream.matchAll(/^\s*(?:replace )?(k8s\.io\/\S+) => \.\/staging\//gm)].map(
    ([, name]) => name,
  );
  const lines = [
    'module baton.local/kube-apiserver',
    `go ${goVersion}`,
    `require ${MODULE} ${KUBERNETES}`,
    ...staged.map((name) => `replace ${name} => ${name} ${LIBRARIES}`),
  ];
  await writeFile(join(dir, 'go.mod'), `${lines.join('\n\n')}\n`);
  await writeFile(join(dir, 'tools.go'), `//go:build tools\n\npackage tools\n\nimport _ "${MAIN}"\n`);
}

async function requireGo() {
  const result = await runCommand('go', ['version']).catch(() => undefined);
  if (result?.code !== 0) {
    throw new Error(
      'Go is needed to build the Kubernetes API server and was not found; install it: https://go.dev/dl/',
    );
  }
}

/** @param {string[]} args @param {string} cwd @returns {Promise<string>} stdout */
async function go(args, cwd) {
  const env = { ...process.env, GOFLAGS: '-mod=mod -buildvcs=false', GOWORK: 'off' };
  // The build takes every core it gets; whoever works here should not notice.
  const polite = process.platform === 'win32' ? ['go'] : ['nice', '-n', '19', 'go'];
  const [command = 'go', ...rest] = [...polite, ...args];
  const { code, stdout, stderr } = await runCommand(command, rest, { cwd, env });
  if (code !== 0) throw new Error(`go ${args.join(' ')} failed (exit ${code}):\n${stderr.slice(-3_000)}`);
  return stdout;
}

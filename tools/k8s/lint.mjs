#!/usr/bin/env node
/**
 * Checks what is deployed without a container engine: the Dockerfile, the compose files, the rendered manifests, and that all of them
 * agree with the code. Exit codes: 0 nothing found, 1 faults, 3 a tool is missing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { progress } from '../servers/progress.mjs';
import { runCommand } from '../servers/run-command.mjs';
import { lintAgreement } from './lint-agreement.mjs';
import { lintCompose, readCompose } from './lint-compose.mjs';
import { lintDockerfile } from './lint-dockerfile.mjs';
import { lintManifests } from './lint-manifests.mjs';
import { renderOverlays } from './overlays.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const deploy = join(root, 'deploy');
let found = 0;

/** @param {string} what @param {string[]} faults */
function report(what, faults) {
  found += faults.length;
  console.log(
    faults.length === 0
      ? `ok    ${what}`
      : `FAIL  ${what}\n${faults.map((fault) => `      ${fault}`).join('\n')}`,
  );
}

/** Compose's own reading, where it is installed: `config` needs no engine. */
async function composeConfig() {
  for (const [command = '', ...args] of [['docker', 'compose'], ['docker-compose']]) {
    const version = await runCommand(command, [...args, 'version', '--short']).catch(() => undefined);
    if (version?.code !== 0) continue;
    for (const files of [[], ['-f', 'compose.yaml']]) {
      const { code, stderr } = await runCommand(command, [...args, ...files, 'config', '--quiet'], {
        cwd: deploy,
      });
      report(
        `${[command, ...args, ...files].join(' ')} config (${version.stdout.trim()})`,
        code === 0 ? [] : [stderr.trim()],
      );
    }
    return;
  }
  console.log('-     docker compose is not installed: its own reading of the compose files was left out');
}

try {
  report('deploy/Dockerfile', lintDockerfile(readFileSync(join(deploy, 'Dockerfile'), 'utf8')));
  const { project, faults } = readCompose(deploy);
  report(`deploy/compose*.yaml: ${Object.keys(project.services).length} services`, [
    ...faults,
    ...lintCompose(project, deploy),
  ]);
  await composeConfig();
  const overlays = await renderOverlays();
  for (const { name, objects } of overlays)
    report(`k8s/overlays/${name}: ${objects.length} objects`, lintManifests(objects));
  report('ports, settings and metrics agree with the code', lintAgreement(root, project, overlays));
  process.exitCode = found === 0 ? 0 : 1;
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exitCode = 3;
}

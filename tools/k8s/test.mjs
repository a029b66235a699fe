#!/usr/bin/env node
/**
 * A real Kubernetes API server says whether it would take every manifest: each overlay is rendered and applied with strict validation and
 * without effect. A warning counts as a no. Exit codes: 0 all taken, 1 something refused, 3 a tool is missing.
 */
import { constants } from 'node:os';
import { stringify } from 'yaml';

import { defaultCacheDir } from '../servers/cache.mjs';
import { progress } from '../servers/progress.mjs';
import { KUBERNETES } from './kube-apiserver.mjs';
import { renderOverlays } from './overlays.mjs';
import { startApiServer } from './start-api-server.mjs';

const DRY_RUN = ['apply', '--dry-run=server', '--validate=strict', '-f', '-'];

/** @typedef {Awaited<ReturnType<typeof startApiServer>>} ApiServer */

/** @returns {Promise<number>} the exit code */
async function main() {
  const overlays = await renderOverlays();
  progress(
    `rendered ${overlays.map(({ name, objects }) => `${name} (${objects.length} objects)`).join(', ')}`,
  );
  const server = await startApiServer(defaultCacheDir());
  stopOnSignal(server);
  try {
    await expectRefusal(server);
    let refused = 0;
    for (const overlay of overlays) {
      const problems = await check(server, overlay);
      console.log(
        problems.length === 0
          ? `ok    overlays/${overlay.name}: Kubernetes ${KUBERNETES} takes all ${overlay.objects.length} objects`
          : `FAIL  overlays/${overlay.name}\n${problems.map((line) => `      ${line}`).join('\n')}`,
      );
      refused += problems.length;
    }
    return refused === 0 ? 0 : 1;
  } finally {
    await server.stop();
  }
}

/** @param {ApiServer} server @param {{ text: string, objects: any[] }} overlay @returns {Promise<string[]>} what is wrong */
async function check(server, { text, objects }) {
  // A dry run creates no namespace, and without one nothing in it is looked at.
  const namespaces = objects.filter(({ kind }) => kind === 'Namespace');
  for (const namespace of namespaces) {
    const created = await server.kubectl(['apply', '--validate=strict', '-f', '-'], stringify(namespace));
    if (created.code !== 0) return lines(created.stderr);
  }
  const { code, stdout, stderr } = await server.kubectl(DRY_RUN, text);
  const taken = lines(stdout).filter((line) => line.endsWith('(server dry run)')).length;
  const problems = lines(stderr);
  if (code !== 0 && problems.length === 0) problems.push(`kubectl ended with exit code ${code}`);
  if (taken !== objects.length) problems.push(`${taken} of ${objects.length} objects were taken`);
  return problems;
}

/** A check that cannot fail proves nothing: a misspelt field must be refused. @param {ApiServer} server */
async function expectRefusal(server) {
  const misspelt = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'misspelt' },
    spec: { port: [{ port: 1 }] },
  };
  const { code, stderr } = await server.kubectl([...DRY_RUN, '--namespace', 'default'], stringify(misspelt));
  if (code === 0 || !stderr.includes('unknown field "spec.port"')) {
    throw new Error(
      `The API server took a manifest with a misspelt field; its word is worth nothing:\n${stderr}`,
    );
  }
}

/** @param {string} text */
function lines(text) {
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** @param {ApiServer} server */
function stopOnSignal(server) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(
      signal,
      () => void server.stop().finally(() => process.exit(128 + constants.signals[signal])),
    );
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exitCode = 3;
}

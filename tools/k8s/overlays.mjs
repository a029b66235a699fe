import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';

import { runCommand } from '../servers/run-command.mjs';

const root = fileURLToPath(new URL('../../k8s/overlays/', import.meta.url));

/**
 * Every overlay as `kubectl kustomize` renders it.
 *
 * @returns {Promise<{ name: string, text: string, objects: any[] }[]>}
 * @throws where kubectl is missing or an overlay does not render
 */
export async function renderOverlays() {
  const rendered = [];
  for (const name of readdirSync(root).sort()) {
    const { code, stdout, stderr } = await runCommand('kubectl', ['kustomize', join(root, name)]).catch(
      () => {
        throw new Error(
          'kubectl is needed and was not found; install it: https://kubernetes.io/docs/tasks/tools/',
        );
      },
    );
    if (code !== 0) throw new Error(`k8s/overlays/${name} does not render:\n${stderr}`);
    // kustomize warns of what the next version refuses.
    if (/warning/i.test(stderr)) throw new Error(`k8s/overlays/${name} renders with a warning:\n${stderr}`);
    const objects = parseAllDocuments(stdout).map((document) => document.toJS());
    rendered.push({ name, text: stdout, objects });
  }
  return rendered;
}

import { existsSync } from 'node:fs';

import { progress } from '../servers/progress.mjs';
import { runCommand } from '../servers/run-command.mjs';

const INSTALL = 'apt-get install -y etcd-server';

/** Finds etcd, which the API server keeps its objects in; installs it where that may be done. @throws where it may not */
export async function requireEtcd() {
  if (await runs()) return;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    progress(`etcd is missing: ${INSTALL} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { code, stderr } = await runCommand('apt-get', ['install', '-y', 'etcd-server'], { env });
    if (code === 0 && (await runs())) return;
    throw new Error(`etcd could not be installed (try apt-get update):\n${stderr.slice(-1_000)}`);
  }
  throw new Error(
    `etcd is needed to run the Kubernetes API server and was not found; install it: ${INSTALL}`,
  );
}

async function runs() {
  const result = await runCommand('etcd', ['--version']).catch(() => undefined);
  return result?.code === 0;
}

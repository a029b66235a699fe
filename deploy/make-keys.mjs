#!/usr/bin/env node
/**
 * Makes the keys of the services: `audit` (checkpoints of the audit log), `session` (who is signed in, signed links) and
 * `customer` (what customers' data keys are wrapped with: lose it, and nobody's data can be read again).
 *
 *   node deploy/make-keys.mjs                into deploy/secrets/, for compose; keys that are there stay
 *   node deploy/make-keys.mjs --kubernetes   a Secret on stdout: … | kubectl apply --namespace baton-dev -f -
 */
import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

const names = ['audit', 'session', 'customer'];
const privateKey = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const args = process.argv.slice(2);
if (args.length === 0) writeFiles(fileURLToPath(new URL('secrets/', import.meta.url)));
else if (args.length === 1 && args[0] === '--kubernetes')
  process.stdout.write(`${JSON.stringify(secret(), null, 2)}\n`);
else {
  process.stderr.write('usage: node deploy/make-keys.mjs [--kubernetes]\n');
  process.exitCode = 2;
}

/** @param {string} dir */
function writeFiles(dir) {
  // The folder keeps other users of the machine out; the files are readable because the container's user is not yours.
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  for (const name of names) {
    const file = join(dir, `${name}.pem`);
    if (existsSync(file)) {
      process.stderr.write(`${file} is there already\n`);
      continue;
    }
    writeFileSync(file, privateKey(), { mode: 0o644, flag: 'wx' });
    process.stderr.write(`wrote ${file}\n`);
  }
}

function secret() {
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'baton-keys', labels: { 'app.kubernetes.io/part-of': 'baton' } },
    type: 'Opaque',
    stringData: Object.fromEntries(names.map((name) => [`${name}.pem`, privateKey()])),
  };
}

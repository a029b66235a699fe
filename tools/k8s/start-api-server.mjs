import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePorts } from '../servers/free-port.mjs';
import { runCommand } from '../servers/run-command.mjs';
import { daemon } from './daemon.mjs';
import { requireEtcd } from './etcd.mjs';
import { kubeApiserver } from './kube-apiserver.mjs';

const READY_MS = 120_000;

/**
 * Starts etcd and a real Kubernetes API server on 127.0.0.1. There are no nodes and no controllers: objects are checked and
 * kept, nothing runs.
 *
 * @param {string} cacheDir
 * @returns {Promise<{ kubectl(args: string[], input?: string): ReturnType<typeof runCommand>, stop(): Promise<void> }>}
 */
export async function startApiServer(cacheDir) {
  await requireEtcd();
  const program = await kubeApiserver(cacheDir);
  const scratch = await mkdtemp(join(tmpdir(), 'baton-k8s-'));
  /** @type {ReturnType<typeof daemon>[]} */
  const running = [];
  const stop = async () => {
    for (const server of running.reverse()) await server.stop();
    await rm(scratch, { recursive: true, force: true });
  };
  try {
    const [client, peer, secure] = /** @type {[number, number, number]} */ (await freePorts(3));
    const etcd = daemon('etcd', 'etcd', etcdArgs(scratch, client, peer), scratch);
    running.push(etcd);
    await etcd.ready(() => answersOk(`http://127.0.0.1:${client}/health`), READY_MS);

    const token = randomUUID();
    await writeKeys(scratch, token);
    const config = join(scratch, 'kubeconfig.json');
    await writeFile(config, JSON.stringify(kubeconfig(secure, token)), { mode: 0o600 });
    const server = daemon('kube-apiserver', program, apiServerArgs(scratch, client, secure), scratch);
    running.push(server);
    /** @param {string[]} args @param {string} [input] */
    const kubectl = (args, input) => runCommand('kubectl', ['--kubeconfig', config, ...args], { input });
    await server.ready(async () => (await kubectl(['get', '--raw', '/readyz'])).stdout === 'ok', READY_MS);
    return { kubectl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @param {string} scratch @param {number} client @param {number} peer */
function etcdArgs(scratch, client, peer) {
  const [clientUrl, peerUrl] = [`http://127.0.0.1:${client}`, `http://127.0.0.1:${peer}`];
  return [
    ...['--data-dir', join(scratch, 'etcd'), '--name', 'baton', '--initial-cluster', `baton=${peerUrl}`],
    ...['--listen-client-urls', clientUrl, '--advertise-client-urls', clientUrl],
    ...['--listen-peer-urls', peerUrl, '--initial-advertise-peer-urls', peerUrl],
    // What is kept here lives for a minute.
    '--unsafe-no-fsync',
  ];
}

/** @param {string} scratch @param {number} etcdPort @param {number} port */
function apiServerArgs(scratch, etcdPort, port) {
  return [
    `--etcd-servers=http://127.0.0.1:${etcdPort}`,
    `--secure-port=${port}`,
    '--bind-address=127.0.0.1',
    `--cert-dir=${join(scratch, 'certificates')}`,
    `--token-auth-file=${join(scratch, 'tokens.csv')}`,
    '--authorization-mode=RBAC',
    '--service-cluster-ip-range=10.96.0.0/16',
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${join(scratch, 'service-account.pub')}`,
    `--service-account-signing-key-file=${join(scratch, 'service-account.pem')}`,
    // Without controllers no namespace would get its default account, and the plugin would wait for it.
    '--disable-admission-plugins=ServiceAccount',
  ];
}

/** @param {string} scratch @param {string} token */
async function writeKeys(scratch, token) {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const write = (/** @type {string} */ file, /** @type {string | Buffer} */ text) =>
    writeFile(join(scratch, file), text, { mode: 0o600 });
  await write('service-account.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await write('service-account.pub', publicKey.export({ type: 'spki', format: 'pem' }));
  await write('tokens.csv', `${token},check,check,system:masters\n`);
}

/** @param {number} port @param {string} token */
function kubeconfig(port, token) {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'check',
    // The certificate is the server's own, made a second ago on this machine.
    clusters: [
      { name: 'check', cluster: { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } },
    ],
    users: [{ name: 'check', user: { token } }],
    contexts: [{ name: 'check', context: { cluster: 'check', user: 'check' } }],
  };
}

/** @param {string} url */
async function answersOk(url) {
  return fetch(url).then(
    (answer) => answer.ok,
    () => false,
  );
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { isPinned } from './lint-dockerfile.mjs';

/**
 * Reads the compose files that `.env` names, in order, as one: what a later file says of a service is added to it.
 *
 * @param {string} dir
 * @returns {{ project: any, faults: string[] }}
 */
export function readCompose(dir) {
  const variables = readEnv(readFileSync(join(dir, '.env'), 'utf8'));
  /** @type {string[]} */
  const faults = [];
  /** @type {Record<string, Record<string, any>>} */
  const project = { services: {}, networks: {}, volumes: {}, secrets: {} };
  for (const file of (variables.get('COMPOSE_FILE') ?? 'compose.yaml').split(':')) {
    const text = readFileSync(join(dir, file), 'utf8').replace(/\$\{(\w+)\}/g, (whole, name) => {
      if (!variables.has(name)) faults.push(`${file}: ${whole} is not in .env`);
      return variables.get(name) ?? '';
    });
    const parsed = parse(text, { merge: true });
    for (const [part, entries] of Object.entries(project)) {
      for (const [name, value] of Object.entries(parsed[part] ?? {}))
        entries[name] = merge(entries[name], value);
    }
  }
  return { project, faults };
}

/**
 * Faults of the whole: unpinned images, missing health checks and limits, privileges, ports open to the network, and names that
 * lead nowhere.
 *
 * @param {any} project @param {string} dir @returns {string[]}
 */
export function lintCompose(project, dir) {
  return Object.entries(project.services).flatMap(([name, service]) =>
    [...safety(service), ...references(service, project, dir)].map((fault) => `${name}: ${fault}`),
  );
}

/** @param {any} service */
function* safety(service) {
  if (!service.image && !service.build) yield 'neither image nor build';
  if (service.image && !isPinned(service.image)) yield `image ${service.image} has no version`;
  if (!service.healthcheck?.test || service.healthcheck.disable) yield 'no healthcheck';
  if (service.privileged) yield 'privileged';
  if (service.network_mode === 'host' || service.pid === 'host') yield 'shares the namespaces of the host';
  if (service.cap_add?.length) yield `takes capabilities: ${service.cap_add}`;
  if (!service.security_opt?.includes('no-new-privileges:true'))
    yield 'may gain privileges: no-new-privileges is missing';
  if (service.build && !service.read_only) yield 'our own image needs no writable root file system';
  if (!service.restart) yield 'no restart policy';
  const limits = service.deploy?.resources?.limits ?? {};
  for (const limit of ['memory', 'cpus']) if (!limits[limit]) yield `no limit of ${limit}`;
  for (const port of service.ports ?? []) {
    if (!/^127\.0\.0\.1:\d+:\d+$/.test(port)) yield `port ${port} is not bound to 127.0.0.1`;
  }
  for (const volume of service.volumes ?? [])
    if (volume.includes('docker.sock')) yield 'mounts the socket of the engine';
}

/** @param {any} service @param {any} project @param {string} dir */
function* references(service, project, dir) {
  for (const [name, { condition }] of Object.entries(/** @type {any} */ (service.depends_on ?? {}))) {
    const target = project.services[name];
    if (!target) yield `depends on ${name}, which is not there`;
    if (condition !== 'service_healthy') yield `depends on ${name} without waiting until it is healthy`;
  }
  for (const name of service.networks ?? [])
    if (!(name in project.networks)) yield `network ${name} is not declared`;
  for (const name of service.secrets ?? [])
    if (!(name in project.secrets)) yield `secret ${name} is not declared`;
  for (const volume of service.volumes ?? []) {
    const [source = '', , mode] = volume.split(':');
    if (!source.startsWith('.')) {
      if (!(source in project.volumes)) yield `volume ${source} is not declared`;
    } else if (!existsSync(join(dir, source))) yield `${source} is mounted but not there`;
    else if (mode !== 'ro') yield `${source} is mounted writable`;
  }
  const file = service.build?.dockerfile;
  if (file && !existsSync(join(dir, service.build.context, file))) yield `${file} is not there`;
}

/** @param {string} text */
function readEnv(text) {
  const pairs = text.split('\n').filter((line) => /^\w+=/.test(line));
  return new Map(pairs.map((line) => /** @type {[string, string]} */ (line.split(/=(.*)/s).slice(0, 2))));
}

/** Maps are joined, anything else is replaced. @param {any} base @param {any} added @returns {any} */
function merge(base, added) {
  const isMap = (/** @type {unknown} */ value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isMap(base) || !isMap(added)) return added ?? base;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(added)])];
  return Object.fromEntries(keys.map((key) => [key, merge(base[key], added[key])]));
}

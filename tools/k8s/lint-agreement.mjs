import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/**
 * What the code says and what is deployed, side by side: ports, settings and metric names are written down in both places.
 *
 * @param {string} root
 * @param {any} compose
 * @param {{ name: string, objects: any[] }[]} overlays
 * @returns {string[]}
 */
export function lintAgreement(root, compose, overlays) {
  const read = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
  const ports = servicePorts(read('libs/service-kit/src/ports.ts'));
  const isSetting = knownSettings(read('libs/service-kit/src/config.ts'));
  const metrics = read('libs/telemetry/src/metrics.ts');
  const prometheus = parse(read('deploy/observability/prometheus.yaml'));
  return [
    ...composeServices(compose, ports, isSetting),
    ...overlays.flatMap((overlay) => [...manifests(overlay, ports, isSetting)]),
    ...scraped(prometheus, ports),
    ...metricNames('deploy/observability/alerts.yaml', read, metrics),
    ...metricNames('deploy/observability/grafana/dashboards/baton.json', read, metrics),
    ...metricNames('deploy/image/wait-for-calls.mjs', read, metrics),
  ];
}

/** @typedef {Map<string, { http: number, grpc: number | undefined }>} Ports */

/** @param {any} compose @param {Ports} ports @param {(name: string) => boolean} isSetting */
function* composeServices(compose, ports, isSetting) {
  for (const name of ports.keys()) {
    const service = compose.services[name];
    if (!service) {
      yield `compose: the service ${name} is missing`;
      continue;
    }
    if (service.command?.[0] !== name) yield `compose: ${name} runs ${service.command}`;
    yield* settings(`compose: ${name}`, service.environment, ports, isSetting);
  }
}

/** @param {{ name: string, objects: any[] }} overlay @param {Ports} ports @param {(name: string) => boolean} isSetting */
function* manifests({ name: overlay, objects }, ports, isSetting) {
  for (const [name, { http, grpc }] of ports) {
    const deployment = objects.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === name);
    const [container] = deployment?.spec.template.spec.containers ?? [];
    if (!container) {
      yield `${overlay}: the service ${name} is missing`;
      continue;
    }
    if (container.args?.[0] !== name) yield `${overlay}: ${name} runs ${container.args}`;
    const found = new Map(container.ports.map((/** @type {any} */ port) => [port.name, port.containerPort]));
    if (found.get('http') !== http || found.get('grpc') !== grpc)
      yield `${overlay}: ${name} has other ports than the code`;
    const own = Object.fromEntries(
      (container.env ?? []).map((/** @type {any} */ each) => [each.name, each.value]),
    );
    yield* settings(`${overlay}: ${name}`, own, ports, isSetting);
  }
  for (const { kind, metadata, data } of objects) {
    if (kind === 'ConfigMap')
      yield* settings(`${overlay}: ConfigMap ${metadata.name}`, data, ports, isSetting);
  }
}

/** @param {string} where @param {Record<string, string>} environment @param {Ports} ports @param {(name: string) => boolean} isSetting */
function* settings(where, environment, ports, isSetting) {
  for (const [name, value] of Object.entries(environment ?? {})) {
    if (!isSetting(name)) yield `${where}: nothing reads ${name}`;
    const peer = /^BATON_(\w+)_GRPC_URL$/.exec(name)?.[1]?.toLowerCase().replaceAll('_', '-');
    if (peer && value !== `${peer}:${ports.get(peer)?.grpc}`)
      yield `${where}: ${name}=${value} is not where ${peer} answers`;
  }
}

/** @param {any} prometheus @param {Ports} ports */
function* scraped(prometheus, ports) {
  const targets = new Set(
    prometheus.scrape_configs[0].static_configs.flatMap((/** @type {any} */ { targets }) => targets),
  );
  for (const [name, { http }] of ports)
    if (!targets.delete(`${name}:${http}`)) yield `prometheus.yaml: ${name}:${http} is not asked`;
  for (const target of targets) yield `prometheus.yaml: ${target} is nobody`;
}

/** @param {string} file @param {(file: string) => string} read @param {string} definitions  of the metrics, in code */
function* metricNames(file, read, definitions) {
  const known = new Set(
    [...definitions.matchAll(/'(baton\.[\w.]+)'/g)].map(([, name]) => name?.replaceAll('.', '_')),
  );
  for (const [name] of read(file).matchAll(/\bbaton_[a-z_]+/g)) {
    if (!known.has(name.replace(/_(total|bucket|sum|count)$/, ''))) yield `${file}: nothing counts ${name}`;
  }
}

/** @param {string} source @returns {Ports} */
function servicePorts(source) {
  const rows = [...source.matchAll(/^ {2}'?([a-z-]+)'?: \{ http: (\d+)(?:, grpc: (\d+))? \}/gm)];
  if (rows.length === 0)
    throw new Error('libs/service-kit/src/ports.ts has no table of ports that could be read');
  return new Map(
    rows.map(([, name = '', http, grpc]) => [
      name,
      { http: Number(http), grpc: grpc ? Number(grpc) : undefined },
    ]),
  );
}

/** @param {string} source @returns {(name: string) => boolean} */
function knownSettings(source) {
  const named = new Set([...source.matchAll(/\b((?:BATON|OTEL)_[A-Z_]+)\b/g)].map(([, name]) => name));
  return (name) =>
    !/^(BATON|OTEL)_/.test(name) ||
    named.has(name) ||
    /^BATON_[A-Z_]+_(GRPC_URL|HTTP_PORT|GRPC_PORT)$/.test(name);
}

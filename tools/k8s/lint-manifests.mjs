import { isPinned } from './lint-dockerfile.mjs';

/** Secrets that are made by whoever runs Baton and are in no manifest. */
const EXTERNAL = new Set(['baton-backends', 'baton-keys', 'baton-tls']);

/**
 * What a Kubernetes API server takes and yet is wrong: names that lead nowhere, containers without limits or probes.
 *
 * @param {any[]} objects  one rendered overlay
 * @returns {string[]}
 */
export function lintManifests(objects) {
  return objects.flatMap((object) => {
    const name = `${object.kind}/${object.metadata.name}`;
    return [...faultsOf(object, objects)].map((fault) => `${name}: ${fault}`);
  });
}

/** @param {any} object @param {any[]} objects @returns {Iterable<string>} */
function faultsOf(object, objects) {
  switch (object.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'Job':
      return workload(object, objects);
    case 'Service':
      return service(object, objects);
    case 'HorizontalPodAutoscaler':
      return autoscaler(object, objects);
    case 'PodDisruptionBudget':
    case 'NetworkPolicy':
      return selects(object.spec.selector ?? object.spec.podSelector, objects);
    case 'Ingress':
      return ingress(object, objects);
    default:
      return [];
  }
}

/** @param {any} object @param {any[]} objects */
function* workload(object, objects) {
  const pod = object.spec.template;
  if (object.kind !== 'Job' && !matches(object.spec.selector.matchLabels, pod.metadata.labels)) {
    yield 'its selector does not match its own pods';
  }
  if (pod.spec.automountServiceAccountToken !== false)
    yield 'mounts a token of the Kubernetes API it does not need';
  if (pod.spec.securityContext?.runAsNonRoot !== true) yield 'may run as root';
  if (pod.spec.securityContext?.seccompProfile?.type !== 'RuntimeDefault') yield 'no seccomp profile';
  const account = pod.spec.serviceAccountName;
  if (account && !find(objects, 'ServiceAccount', account)) yield `the account ${account} is not there`;
  for (const container of pod.spec.containers) {
    for (const fault of containerFaults(container, object.kind)) yield `${container.name}: ${fault}`;
    for (const fault of mounts(container, pod.spec, object.spec.volumeClaimTemplates))
      yield `${container.name}: ${fault}`;
  }
  for (const name of configNames(pod.spec))
    if (!find(objects, 'ConfigMap', name)) yield `the ConfigMap ${name} is not there`;
  for (const name of secretNames(pod.spec)) {
    if (!EXTERNAL.has(name) && !find(objects, 'Secret', name)) yield `the Secret ${name} is not there`;
  }
}

/** @param {any} container @param {string} kind */
function* containerFaults(container, kind) {
  const { image, resources, securityContext: security } = container;
  if (!isPinned(image)) yield `image ${image} has no version`;
  if (!resources?.requests?.cpu || !resources.requests.memory || !resources.limits?.memory)
    yield 'no requests or no memory limit';
  if (security?.allowPrivilegeEscalation !== false) yield 'may gain privileges';
  if (!security?.capabilities?.drop?.includes('ALL')) yield 'keeps capabilities';
  const thirdParty = image.startsWith('apache/kafka:');
  if (security?.readOnlyRootFilesystem !== true && !thirdParty) yield 'writable root file system';
  if (kind === 'Job') return;
  const ports = new Set((container.ports ?? []).map((/** @type {any} */ port) => port.name));
  for (const name of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
    const probe = container[name];
    if (!probe) yield `no ${name}`;
    const port = probe?.httpGet?.port ?? probe?.tcpSocket?.port;
    if (typeof port === 'string' && !ports.has(port))
      yield `${name} asks the port ${port}, which it does not have`;
  }
}

/** @param {any} container @param {any} pod @param {any[]} [claims] */
function* mounts(container, pod, claims = []) {
  const volumes = new Set([
    ...(pod.volumes ?? []).map((/** @type {any} */ v) => v.name),
    ...claims.map((c) => c.metadata.name),
  ]);
  for (const { name } of container.volumeMounts ?? [])
    if (!volumes.has(name)) yield `mounts ${name}, which is not there`;
}

/** @param {any} object @param {any[]} objects */
function* service(object, objects) {
  yield* selects({ matchLabels: object.spec.selector }, objects);
  const ports = podsOf(objects)
    .filter(({ metadata }) => matches(object.spec.selector, metadata.labels))
    .flatMap(({ spec }) => spec.containers.flatMap((/** @type {any} */ container) => container.ports ?? []));
  for (const { targetPort, port } of object.spec.ports) {
    const target = ports.find(({ name }) => name === targetPort);
    if (!target) yield `leads to the port ${targetPort}, which no pod has`;
    else if (target.containerPort !== port)
      yield `port ${port} leads to ${target.containerPort}: one number for both is easier`;
  }
}

/** @param {any} object @param {any[]} objects */
function* autoscaler(object, objects) {
  const { kind, name } = object.spec.scaleTargetRef;
  const target = find(objects, kind, name);
  if (!target) yield `scales ${kind}/${name}, which is not there`;
  if (target?.spec.replicas !== undefined)
    yield `${name} also says replicas: every apply would undo the autoscaler`;
  if (object.spec.minReplicas < 2) yield 'one replica is none while it is replaced';
}

/** @param {any} object @param {any[]} objects */
function* ingress(object, objects) {
  for (const path of object.spec.rules.flatMap((/** @type {any} */ rule) => rule.http.paths)) {
    const { name, port } = path.backend.service;
    const target = find(objects, 'Service', name);
    if (!target?.spec.ports.some((/** @type {any} */ each) => each.name === port.name))
      yield `leads to ${name}:${port.name}, which is not there`;
  }
}

/** @param {any} selector @param {any[]} objects */
function* selects(selector, objects) {
  const labels = selector?.matchLabels ?? {};
  if (Object.keys(labels).length === 0) yield 'selects everything in the namespace';
  else if (!podsOf(objects).some(({ metadata }) => matches(labels, metadata.labels)))
    yield `selects no pod: ${JSON.stringify(labels)}`;
}

/** @param {any[]} objects @returns {any[]} */
function podsOf(objects) {
  return objects.filter(({ spec }) => spec?.template?.spec?.containers).map(({ spec }) => spec.template);
}

/** @param {Record<string, string>} wanted @param {Record<string, string>} labels */
function matches(wanted, labels) {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}

/** @param {any[]} objects @param {string} kind @param {string} name */
function find(objects, kind, name) {
  return objects.find((object) => object.kind === kind && object.metadata.name === name);
}

/** @param {any} pod @returns {string[]} */
function configNames(pod) {
  return pod.containers.flatMap((/** @type {any} */ { envFrom = [] }) =>
    envFrom.flatMap((/** @type {any} */ from) => from.configMapRef?.name ?? []),
  );
}

/** @param {any} pod @returns {string[]} */
function secretNames(pod) {
  const fromEnv = pod.containers.flatMap((/** @type {any} */ { envFrom = [] }) =>
    envFrom.flatMap((/** @type {any} */ from) => from.secretRef?.name ?? []),
  );
  return [
    ...fromEnv,
    ...(pod.volumes ?? []).flatMap((/** @type {any} */ volume) => volume.secret?.secretName ?? []),
  ];
}

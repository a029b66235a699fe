import { readFileSync } from 'node:fs';

import { envName, servicePorts } from '../../libs/service-kit/dist/ports.js';

/**
 * Where the service of this container answers HTTP.
 *
 * @param {string | undefined} service  default: the one process 1 was started with
 */
export function serviceUrl(service = startedService()) {
  // All services in one process answer at the desk's port.
  const name = service === 'all-in-one' ? 'desk' : service;
  if (!(name in servicePorts)) throw new Error(`There is no service "${name}" that answers HTTP.`);
  const given = process.env[`BATON_${envName(name)}_HTTP_PORT`];
  const port = (name === 'desk' && process.env['PORT']) || given || servicePorts[name].http;
  return `http://127.0.0.1:${port}`;
}

/** An init process may stand before Node on the command line, so the service is what follows the entry point. */
function startedService() {
  const words = readFileSync('/proc/1/cmdline', 'utf8').split('\0');
  const entry = words.findIndex((word) => word.endsWith('start.mjs'));
  if (entry < 0) throw new Error('Process 1 is not a service of Baton; name the service to ask.');
  // The image's CMD: what runs where nothing is named.
  return words[entry + 1] || 'all-in-one';
}

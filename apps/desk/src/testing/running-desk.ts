import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { agentAssist } from '@baton/agent-assist';
import { complianceAuditor } from '@baton/compliance-auditor';
import { contextStore } from '@baton/context-store';
import { ContextServiceClient, WorkforceServiceClient } from '@baton/contracts';
import { router } from '@baton/router';
import { unary } from '@baton/rpc';
import {
  freePort,
  readConfig,
  runServices,
  type BatonService,
  type RunningServices,
} from '@baton/service-kit';
import { speechGateway } from '@baton/speech-gateway';
import { desk } from '../desk.service.js';
import { Page } from './page.js';

/** Everything the desk asks, without the two that understand what is said: a caller who keys `0` needs neither. */
const whatItAsks: readonly BatonService[] = [
  contextStore,
  complianceAuditor,
  agentAssist,
  router,
  speechGateway,
];

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** The desk among the real services it asks, on an embedded bus and store in a folder of its own. */
export class RunningDesk {
  private constructor(
    readonly running: RunningServices,
    readonly folder: string,
    private readonly ownsFolder: boolean,
  ) {}

  static async start(
    options: { services?: readonly BatonService[]; folder?: string; env?: Record<string, string> } = {},
  ): Promise<RunningDesk> {
    const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'baton-desk-')));
    const ports = [
      'DESK',
      'ROUTER',
      'CONTEXT_STORE',
      'AGENT_ASSIST',
      'COMPLIANCE_AUDITOR',
      'DIALOG',
      'SENTIMENT',
    ];
    const config = readConfig({
      ...Object.fromEntries(ports.map((name) => [`BATON_${name}_HTTP_PORT`, '0'])),
      ...Object.fromEntries([...ports, 'SPEECH_GATEWAY'].map((name) => [`BATON_${name}_GRPC_PORT`, '0'])),
      BATON_SPEECH_GATEWAY_HTTP_PORT: String(await freePort('127.0.0.1')),
      BATON_BUS: 'embedded',
      BATON_STORE: 'embedded',
      BATON_DATA: join(folder, 'data'),
      BATON_PACKS_DIR: fileURLToPath(new URL('../../../../packs', import.meta.url)),
      BATON_PACK: 'bank',
      BATON_LOG_LEVEL: 'silent',
      ...options.env,
    });
    if (!config.ok) throw new Error(JSON.stringify(config.error));
    const services = [...(options.services ?? whatItAsks), desk];
    const running = await runServices(services, { config: config.value });
    return new RunningDesk(running, folder, options.folder === undefined);
  }

  get url(): string {
    return this.running.service('desk').httpUrl;
  }

  get host(): string {
    return new URL(this.url).host;
  }

  /** Makes the pack's demo agents known, and its customers where there is a context store. */
  async seed(): Promise<void> {
    const tenantId = 'bank';
    const { demo } = this.running.packs.current(tenantId);
    const workforce = this.running.peers.client('router', WorkforceServiceClient);
    for (const { id: agentId, name, skills, languages } of demo?.agents ?? []) {
      const profile = { commandId: `seed:${agentId}`, tenantId, agentId, name, skills, languages };
      const more = { workplace: undefined, capacity: undefined, shift: undefined };
      await unary(workforce, workforce.registerAgent, { ...profile, ...more });
    }
    if (!this.running.services.some(({ name }) => name === 'context-store')) return;
    const context = this.running.peers.client('context-store', ContextServiceClient);
    for (const { id: customerId, name, segment, contactsLast30d, facts } of demo?.customers ?? []) {
      const customer = { tenantId, customerId, name, segment, contactsLast30d, facts };
      await unary(context, context.putCustomer, {
        commandId: `seed:${customerId}`,
        identifiers: [],
        ...customer,
      });
    }
  }

  /** One request; what is no string is sent as JSON. */
  async ask(
    method: string,
    path: string,
    options: { body?: unknown; cookie?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { body, cookie } = options;
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie === undefined ? {} : { cookie }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  /** Signs in; the cookie. */
  async signIn(agentId: string): Promise<string> {
    const answer = await this.ask('POST', '/api/session', { body: { tenant: 'bank', agentId } });
    const cookie = answer.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined) throw new Error(`signing in answered ${answer.status}`);
    return cookie;
  }

  /** A page on `/api/live`, connected and greeted. */
  async page(cookie?: string, watch?: string): Promise<Page> {
    const query = watch === undefined ? '' : `?watch=${watch}`;
    const page = new Page(`ws://${this.host}/api/live${query}`, cookie);
    await page.until('hello');
    return page;
  }

  /** A caller's side, through the desk. */
  caller(): Page {
    return new Page(`ws://${this.host}/gateway/v1/calls`);
  }

  async stop(): Promise<void> {
    await this.running.stop();
    if (this.ownsFolder) await rm(this.folder, { recursive: true, force: true });
  }
}

/** Looks again until it holds. */
export async function eventually(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const until = Date.now() + 10_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`it never came to be that ${what}`);
    await pause(20);
  }
}

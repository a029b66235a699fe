import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the CRM got it. */
export interface CrmAsked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A CRM on loopback that behaves as a test says. */
export class CrmServer {
  readonly asked: CrmAsked[] = [];
  /** Answers a request; the default knows one customer. */
  behave: (asked: CrmAsked, response: ServerResponse) => void = knowsLuis;
  #server!: Server;

  static async start(): Promise<CrmServer> {
    const crm = new CrmServer();
    crm.#server = createServer((request, response) => void crm.#answer(request, response));
    await new Promise<void>((resolve) => crm.#server.listen(0, '127.0.0.1', resolve));
    return crm;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const asked = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    this.asked.push(asked);
    this.behave(asked, response);
  }
}

/** One customer, found by id and by number. */
export function knowsLuis({ url }: CrmAsked, response: ServerResponse): void {
  const isLuis =
    url === '/customers/C-77' || url === `/customers?phone=${encodeURIComponent('+34910000777')}`;
  if (!isLuis) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'application/json' }).end(
    JSON.stringify({
      id: 'C-77',
      name: 'Luis Herrera',
      tier: 'business',
      account: { balance: '23.905,00 €' },
    }),
  );
}

/** `crm.yaml` for it. */
export function crmYaml(url: string, more = ''): string {
  return `baseUrl: "${url}"
auth: { bearer: BATON_CRM_TOKEN }
timeLimitMs: 150
cacheSeconds: 60
circuitBreaker: { failures: 3, openSeconds: 0.2 }
lookups:
  customerId: { path: "/customers/{{customerId}}" }
  phone: { path: "/customers?phone={{phone}}" }
response:
  customerId: /id
  name: /name
  segment: /tier
  facts: { balance: /account/balance }
writeBack:
  path: "/customers/{{customerId}}/contacts"
  body: { what: "{{outcome}}", code: "{{disposition}}", by: "{{agentId}}" }
${more}`;
}

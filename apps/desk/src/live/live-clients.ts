import { Injectable } from '@nestjs/common';
import type { LiveClient } from './live-client.js';
import type { LiveMessage } from './live-messages.js';

/** The pages connected to this process. */
@Injectable()
export class LiveClients {
  readonly #all = new Set<LiveClient>();
  readonly #byAgent = new Map<string, Set<LiveClient>>();
  readonly #byConversation = new Map<string, Set<LiveClient>>();

  get size(): number {
    return this.#all.size;
  }

  all(): Iterable<LiveClient> {
    return this.#all;
  }

  add(client: LiveClient): void {
    this.#all.add(client);
    if (client.session) put(this.#byAgent, client.session.agentId, client);
    if (client.watched !== undefined) put(this.#byConversation, client.watched, client);
  }

  remove(client: LiveClient): void {
    this.#all.delete(client);
    if (client.session) take(this.#byAgent, client.session.agentId, client);
    if (client.watched !== undefined) take(this.#byConversation, client.watched, client);
    this.leaveHandoff(client);
  }

  ofAgent(agentId: string, tenantId: string): readonly LiveClient[] {
    return [...(this.#byAgent.get(agentId) ?? [])].filter(({ session }) => session?.tenant === tenantId);
  }

  /** The tenants in which pages are signed in as this agent. */
  tenantsOf(agentId: string): readonly string[] {
    const tenants = [...(this.#byAgent.get(agentId) ?? [])].map(({ session }) => session?.tenant);
    return [...new Set(tenants)].filter((tenant) => tenant !== undefined);
  }

  /** The pages that follow a conversation, because they watch it or because their agent is in it. */
  following(conversationId: string): readonly LiveClient[] {
    return [...(this.#byConversation.get(conversationId) ?? [])];
  }

  isFollowed(conversationId: string): boolean {
    return this.#byConversation.has(conversationId);
  }

  ofTenant(tenantId: string): readonly LiveClient[] {
    return [...this.#all].filter(({ session }) => session?.tenant === tenantId);
  }

  enterHandoff(client: LiveClient, handoffId: string, conversationId: string): void {
    if (client.handoff?.handoffId === handoffId || !this.#all.has(client)) return;
    this.leaveHandoff(client);
    client.handoff = { handoffId, conversationId };
    put(this.#byConversation, conversationId, client);
  }

  leaveHandoff(client: LiveClient): void {
    const { handoff } = client;
    if (!handoff) return;
    client.handoff = undefined;
    if (!client.follows(handoff.conversationId)) take(this.#byConversation, handoff.conversationId, client);
  }

  /** The same bytes to each. */
  push(clients: readonly LiveClient[], message: LiveMessage): void {
    if (clients.length === 0) return;
    const text = JSON.stringify(message);
    for (const client of clients) client.send(text);
  }
}

function put(map: Map<string, Set<LiveClient>>, key: string, client: LiveClient): void {
  const clients = map.get(key) ?? new Set();
  clients.add(client);
  map.set(key, clients);
}

function take(map: Map<string, Set<LiveClient>>, key: string, client: LiveClient): void {
  const clients = map.get(key);
  clients?.delete(client);
  if (clients?.size === 0) map.delete(key);
}

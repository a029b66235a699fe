import { Inject, Injectable } from '@nestjs/common';
import { EventTail, playScript } from '@baton/client';
import { BatonError, errorCode } from '@baton/kernel';
import { Presence } from '@baton/contracts';
import type { CallScript, Pack } from '@baton/packs';
import { PLATFORM, type Platform } from '@baton/service-kit';
import { Agents } from '../peers/agents.js';
import { DeskPeers } from '../peers/desk-peers.js';
import { chooseDemoAgent } from './choose-demo-agent.js';

/** How long the caller thinks before each sentence, ms: slow enough to follow. */
const paceMs = 2_000;

/** Plays a tenant's demo call live: a real call through the real services, spoken by nobody. */
@Injectable()
export class DemoCalls {
  readonly #playing = new Map<string, Promise<string>>();

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(DeskPeers) private readonly peers: DeskPeers,
    @Inject(Agents) private readonly agents: Agents,
  ) {}

  /**
   * Resolves with the conversation id once the call is up; the caller then speaks by itself and stays on the line for whoever
   * takes over. One at a time per tenant: while one is played, its id is the answer. Throws `not-found` without a demo.
   */
  start(pack: Pack, preferredAgent: string | undefined): Promise<string> {
    const playing = this.#playing.get(pack.name);
    if (playing) return playing;
    const script = demoScript(pack);
    const started = new Promise<string>((resolve, reject) => {
      void this.#play(pack, script, preferredAgent, resolve)
        .catch((thrown: unknown) => {
          this.platform.logger.warn(
            { code: errorCode(thrown), tenant: pack.name },
            'the demo call broke off',
          );
          reject(thrown as Error);
        })
        .finally(() => this.#playing.delete(pack.name));
    });
    this.#playing.set(pack.name, started);
    return started;
  }

  async #play(
    pack: Pack,
    script: CallScript,
    preferredAgent: string | undefined,
    onStarted: (conversationId: string) => void,
  ): Promise<void> {
    await this.#makeSomebodyReady(pack, script, preferredAgent);
    const tail = await EventTail.open(this.platform.bus);
    try {
      const { gateway, context } = this.peers;
      await playScript(
        script,
        { gateway, context, tail },
        { tenantId: pack.name, bot: 'pack', paceMs, keepCallOpen: true, onStarted },
      );
    } finally {
      await tail.close();
    }
  }

  async #makeSomebodyReady(pack: Pack, script: CallScript, preferred: string | undefined): Promise<void> {
    const agents = await this.agents.list(pack.name);
    const agentId = chooseDemoAgent(script, pack.demo?.agents ?? [], agents, preferred);
    if (agentId === undefined) return;
    const commandId = this.platform.ids.next();
    await this.agents.setPresence(
      commandId,
      { tenantId: pack.name, agentId },
      Presence.PRESENCE_AVAILABLE,
      'demo-call',
    );
  }
}

function demoScript({ demo, scripts }: Pack): CallScript {
  const script = scripts.find(({ id }) => id === demo?.demoCall);
  if (!script) throw new BatonError('not-found', 'This tenant has no demo call.');
  return script;
}

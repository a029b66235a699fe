/** An agent held in advance for a conversation that may need one. */
export interface Hold {
  readonly agentId: string;
  readonly conversationId: string;
  /** The queue they were held for; a conversation that comes to another has no use of it. */
  readonly queue: string;
  /** ms */
  readonly until: number;
}

/** Agents held in advance, in memory only: nobody is told, a request takes them all the same, and nothing is lost with them. */
export class Holds {
  readonly #byAgent = new Map<string, Hold>();
  readonly #byConversation = new Map<string, Hold>();

  get size(): number {
    return this.#byAgent.size;
  }

  /** Holds the agent; whoever was held for the conversation before is let go. */
  put(hold: Hold): void {
    this.drop(hold.conversationId);
    const other = this.#byAgent.get(hold.agentId);
    if (other) this.drop(other.conversationId);
    this.#byAgent.set(hold.agentId, hold);
    this.#byConversation.set(hold.conversationId, hold);
  }

  of(conversationId: string, now: number): Hold | undefined {
    const hold = this.#byConversation.get(conversationId);
    return hold && hold.until > now ? hold : undefined;
  }

  /** The conversation an agent is held for, if it is another than this. */
  forAnother(agentId: string, conversationId: string, now: number): Hold | undefined {
    const hold = this.#byAgent.get(agentId);
    return hold && hold.until > now && hold.conversationId !== conversationId ? hold : undefined;
  }

  /** Lets go of who was held for the conversation. */
  drop(conversationId: string): Hold | undefined {
    const hold = this.#byConversation.get(conversationId);
    if (!hold) return undefined;
    this.#byConversation.delete(conversationId);
    this.#byAgent.delete(hold.agentId);
    return hold;
  }

  /** Lets go of those whose time is over, and says whom. */
  expire(now: number): Hold[] {
    const over = [...this.#byAgent.values()].filter(({ until }) => until <= now);
    for (const { conversationId } of over) this.drop(conversationId);
    return over;
  }

  agents(): string[] {
    return [...this.#byAgent.keys()];
  }
}

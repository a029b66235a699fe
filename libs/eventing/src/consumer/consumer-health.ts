/** `degraded`: the store or the bus is away; nothing is lost, but nothing moves either. */
export type ConsumerHealth =
  { readonly degraded: false } | { readonly degraded: true; readonly code: string; readonly waiting: number };

/** Who waits for the infrastructure, and for what. */
export class InfrastructureWaits {
  readonly #waits = new Map<symbol, string>();

  /** The health as of now: the code is that of the longest wait. */
  get health(): ConsumerHealth {
    const [code] = this.#waits.values();
    return code === undefined ? { degraded: false } : { degraded: true, code, waiting: this.#waits.size };
  }

  began(who: symbol, code: string): void {
    this.#waits.set(who, code);
  }

  ended(who: symbol): void {
    this.#waits.delete(who);
  }
}

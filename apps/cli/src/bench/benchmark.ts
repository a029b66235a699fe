/** One benchmark of `npm run bench`. */
export interface Benchmark {
  readonly name: string;
  /** One line for the list. */
  readonly measures: string;
  run(options: BenchOptions): Promise<BenchOutcome>;
}

export interface BenchOptions {
  readonly mode: 'embedded' | 'distributed';
  readonly conversations: number;
  readonly seconds: number;
  readonly entries: number;
  readonly agents: number;
  readonly waiting: number;
  readonly cold: boolean;
  readonly handoffs: number;
  /** Undefined: as many as the benchmark thinks right. */
  readonly kills: number | undefined;
  readonly seed: number;
}

export interface BenchOutcome {
  /** What was thrown at it. */
  readonly load: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, unknown>>;
  /** What must hold did not: exit code 1. Figures that miss a bar are no failure. */
  readonly failed?: boolean;
}

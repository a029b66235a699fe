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
}

export interface BenchOutcome {
  /** What was thrown at it. */
  readonly load: Readonly<Record<string, unknown>>;
  readonly results: Readonly<Record<string, unknown>>;
}

import { cpus, loadavg, totalmem, platform, release } from 'node:os';

/** The machine a figure was measured on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly os: string;
  readonly node: string;
  /** One-minute load before the run: figures of a busy machine say little. */
  readonly load1: number;
}

export function machine(): Machine {
  const [first] = cpus();
  return {
    cpu: first?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    os: `${platform()} ${release()}`,
    node: process.version,
    load1: Number(loadavg()[0]!.toFixed(2)),
  };
}

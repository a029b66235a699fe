import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cleanEnv } from './clean-env.js';

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program of Baton in a process of its own, and what it says. It never outlives the tests. */
export class Program {
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown>;

  constructor(file: string, args: readonly string[], env: Readonly<Record<string, string>>, cwd?: string) {
    const options = { env: cleanEnv(env), ...(cwd === undefined ? {} : { cwd }) };
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], options);
    running.add(this.#child);
    this.#exit = once(this.#child, 'close').then(() => running.delete(this.#child));
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    // A program that ends before it read everything breaks the pipe; its exit says what happened.
    this.#child.stdin?.on('error', () => undefined);
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Hands it this and nothing more on standard input. */
  feed(input: string): void {
    this.#child.stdin?.end(input);
  }

  /** Resolves when it ended by itself; kills it and rejects where it does not. */
  async end(timeoutMs = 60_000): Promise<Ended> {
    let late = false;
    const patience = setTimeout(() => {
      late = true;
      this.#child.kill('SIGKILL');
    }, timeoutMs);
    await this.#exit;
    clearTimeout(patience);
    if (late) throw new Error(`did not end within ${timeoutMs} ms\n${this.stdout}\n${this.stderr}`);
    return { code: this.#child.exitCode, stdout: this.stdout, stderr: this.stderr };
  }

  /** Sends a signal and waits for the end. */
  async signal(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.alive) this.#child.kill(signal);
    await this.end(20_000);
  }
}

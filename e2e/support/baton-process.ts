import { freePort } from '@baton/service-kit';
import { built } from './built.js';
import { eventually } from './eventually.js';
import { Program } from './program.js';
import type { Site } from './site.js';

export interface BatonOptions {
  /** The data folder. */
  readonly data: string;
  /** Default: a free one. Name the one of before to bring a process back where its callers look for it. */
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** The built all-in-one, as `npm start` runs it. */
export class BatonProcess implements Site {
  private constructor(
    readonly program: Program,
    readonly url: string,
    private readonly options: BatonOptions & { readonly port: number },
  ) {}

  /** Resolves when it says that it is ready. */
  static async start(options: BatonOptions): Promise<BatonProcess> {
    const { program, port } = await BatonProcess.launch(options);
    const url = await eventually(
      'Baton is ready, or has ended',
      () => /is ready after .*: (http:\S+)/.exec(program.stdout)?.[1] ?? (program.alive ? undefined : ''),
      60_000,
    ).catch(async (thrown: unknown) => {
      await program.signal('SIGKILL');
      throw thrown;
    });
    if (url === '') throw new Error(`Baton ended instead of being ready: ${(await program.end()).stderr}`);
    return new BatonProcess(program, url, { ...options, port });
  }

  /** Starts it and waits for nothing: for starts that are to be refused. */
  static async launch(options: BatonOptions): Promise<{ program: Program; port: number }> {
    const port = options.port ?? (await freePort('127.0.0.1'));
    const env = { BATON_PACK: 'bank', ...options.env, BATON_DATA: options.data, PORT: String(port) };
    return { program: new Program(built('apps/all-in-one/dist/main.js'), options.args ?? [], env), port };
  }

  get pid(): number {
    return this.program.pid;
  }

  get webSocketUrl(): string {
    return this.url.replace(/^http/, 'ws');
  }

  /** Ends it as a power cut would, and starts it again on the same data and port. */
  async crashAndRestart(): Promise<BatonProcess> {
    await this.kill();
    return BatonProcess.start(this.options);
  }

  kill(): Promise<void> {
    return this.program.signal('SIGKILL');
  }

  /** Drains it. Nothing to do where it is gone already. */
  stop(): Promise<void> {
    return this.program.signal('SIGTERM');
  }
}

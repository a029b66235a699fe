import { mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from '@baton/kernel';
import type { PackFault } from './fault.js';
import type { Pack } from './pack.js';
import { smallPack, writePack } from './testing/small-pack.js';
import { watchPack } from './watch-pack.js';

type Report = Result<Pack, PackFault[]>;

describe('watching a pack', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'baton-watch-'));
    writePack(dir, smallPack);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  /** Watches, runs the steps, each of which waits for the next report, and closes. */
  async function watching(
    steps: (next: () => Promise<Report>, current: () => Pack | undefined) => Promise<void>,
    options: { debounceMs: number; pollMs: number } = { debounceMs: 10, pollMs: 20 },
  ): Promise<void> {
    const reports: Report[] = [];
    let wake = (): void => undefined;
    const watch = watchPack(
      dir,
      (report) => {
        reports.push(report);
        wake();
      },
      options,
    );
    const next = async (): Promise<Report> => {
      while (reports.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return reports.shift()!;
    };
    try {
      await steps(next, () => watch.current());
    } finally {
      watch.close();
    }
  }

  const renamed = smallPack['bot.yaml']!.replace('Northgate Bank', 'Southgate Bank');

  it('takes a valid change over', async () => {
    await watching(async (next, current) => {
      const before = current()?.sha256;
      writeFileSync(join(dir, 'bot.yaml'), renamed);
      const report = await next();
      expect(report.ok && report.value.bot.company).toBe('Southgate Bank');
      expect(current()?.sha256).not.toBe(before);
    });
  });

  it('keeps the old version while the new one has faults, and recovers', async () => {
    await watching(async (next, current) => {
      const before = current()?.sha256;
      writeFileSync(join(dir, 'bot.yaml'), 'company: [');
      const broken = await next();
      expect(!broken.ok && broken.error[0]?.file).toBe('bot.yaml');
      expect(current()?.sha256).toBe(before);
      unlinkSync(join(dir, 'bot.yaml'));
      const missing = await next();
      expect(!missing.ok && missing.error[0]?.message).toBe('is missing');
      writeFileSync(join(dir, 'bot.yaml'), renamed);
      expect((await next()).ok).toBe(true);
      expect(current()?.bot.company).toBe('Southgate Bank');
    });
  });

  it('sees a file that an editor replaced, and one that is new', async () => {
    await watching(async (next) => {
      writeFileSync(join(dir, 'bot.yaml.tmp'), renamed);
      renameSync(join(dir, 'bot.yaml.tmp'), join(dir, 'bot.yaml'));
      expect((await next()).ok).toBe(true);
      writeFileSync(
        join(dir, 'scripts/more.yaml'),
        smallPack['scripts/hello.yaml']!.replace('hello', 'more'),
      );
      const report = await next();
      expect(report.ok && report.value.scripts.map(({ id }) => id)).toEqual(['hello', 'more']);
    });
  });

  it('starts from a folder that is not valid yet', async () => {
    writeFileSync(join(dir, 'bot.yaml'), 'company: [');
    await watching(async (next, current) => {
      expect(current()).toBe(undefined);
      writeFileSync(join(dir, 'bot.yaml'), renamed);
      await next();
      expect(current()?.bot.company).toBe('Southgate Bank');
    });
  });
});

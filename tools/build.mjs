#!/usr/bin/env node
/**
 * Compiles every TypeScript project to `dist/` with SWC, skipping files that did not change, and the pages with Vite.
 * Types are not checked here: `npm run check` does that. `--no-web` leaves the pages out; a folder (`libs/kernel`) builds that project only.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { transform } from '@swc/core';

const root = join(import.meta.dirname, '..');
const swc = JSON.parse(readFileSync(join(root, '.swcrc.json'), 'utf8'));
const newestTool = Math.max(mtime(join(root, '.swcrc.json')), mtime(import.meta.filename));

function mtime(path) {
  return existsSync(path) ? statSync(path).mtimeMs : 0;
}

function files(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const isSource = (path) =>
  /\.tsx?$/.test(path) && !/\.(spec|contract)\.ts$/.test(path) && !path.endsWith('.d.ts');

/** Compiles one project; resolves with how many files were written. */
async function buildProject(dir) {
  const src = join(dir, 'src');
  const wanted = new Set();
  let written = 0;
  for (const file of files(src).filter(isSource)) {
    const target = join(dir, 'dist', relative(src, file)).replace(/\.tsx?$/, '.js');
    wanted.add(target);
    if (mtime(target) >= Math.max(mtime(file), newestTool)) continue;
    const { code, map } = await transform(readFileSync(file, 'utf8'), {
      ...swc,
      swcrc: false,
      filename: file,
      sourceFileName: relative(dirname(target), file),
    });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, `${code}\n//# sourceMappingURL=${target.split(/[\\/]/).at(-1)}.map\n`);
    writeFileSync(`${target}.map`, map ?? '');
    written += 1;
  }
  for (const stale of files(join(dir, 'dist')).filter((file) => file.endsWith('.js') && !wanted.has(file)))
    rmSync(stale);
  return written;
}

/** Folders of `apps/` and `libs/` that hold a Node project. */
export function projects() {
  return ['libs', 'apps'].flatMap((group) =>
    readdirSync(join(root, group))
      .map((name) => join(root, group, name))
      .filter(
        (dir) =>
          existsSync(join(dir, 'package.json')) &&
          existsSync(join(dir, 'src')) &&
          !existsSync(join(dir, 'vite.config.ts')),
      ),
  );
}

/**
 * Builds what is stale: everything, or only the projects whose folders are named.
 *
 * @param {{ web?: boolean, only?: string[], say?: (line: string) => void }} [options]
 */
export async function build({ web = true, only = [], say = (line) => console.error(line) } = {}) {
  const started = Date.now();
  const chosen = only.map((path) => resolve(root, path));
  const wanted = (dir) => chosen.length === 0 || chosen.includes(dir);
  const counts = await Promise.all(projects().filter(wanted).map(buildProject));
  const written = counts.reduce((sum, count) => sum + count, 0);
  if (written > 0) say(`compiled ${written} files in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  if (web && wanted(join(root, 'apps/web'))) await buildWeb(say);
}

async function buildWeb(say) {
  const dir = join(root, 'apps/web');
  if (!existsSync(join(dir, 'vite.config.ts'))) return;
  const output = mtime(join(dir, 'dist/index.html'));
  const newest = Math.max(
    ...files(join(dir, 'src')).map(mtime),
    mtime(join(dir, 'index.html')),
    mtime(join(dir, 'vite.config.ts')),
  );
  if (output >= newest) return;
  const started = Date.now();
  const { build: viteBuild } = await import('vite');
  await viteBuild({ root: dir, logLevel: 'error' });
  say(`built the pages in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

if (process.argv[1] === import.meta.filename) {
  const args = process.argv.slice(2);
  await build({ web: !args.includes('--no-web'), only: args.filter((arg) => !arg.startsWith('-')) });
}

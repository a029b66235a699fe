import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** One folder of `apps/` or `libs/`. */
export interface Project {
  /** `libs/kernel`. */
  readonly path: string;
  /** `kernel`. */
  readonly name: string;
  readonly manifest: Manifest;
  /** Sources with their texts, paths from the root. */
  readonly sources: ReadonlyMap<string, string>;
}

interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, { readonly '@baton/source': string }>>;
  readonly nx?: { readonly tags?: readonly string[] };
}

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function exists(path: string): boolean {
  return existsSync(join(root, path));
}

/** Every project of the workspace. */
export function projects(): Project[] {
  return ['libs', 'apps']
    .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
    .filter((path) => exists(`${path}/package.json`))
    .map((path) => ({
      path,
      name: path.slice(path.indexOf('/') + 1),
      manifest: JSON.parse(read(`${path}/package.json`)) as Manifest,
      sources: new Map(filesBelow(`${path}/src`, /\.tsx?$/).map((file) => [file, read(file)])),
    }));
}

/** Paths from the root of the files below a folder. */
export function filesBelow(path: string, name: RegExp): string[] {
  if (!exists(path)) return [];
  return readdirSync(join(root, path), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** What a source imports, by its specifiers. */
export function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from '([^']+)'/g)].map(
    ([, specifier]) => specifier!,
  );
}

/** Files Git tracks; undefined where this is no clone. */
export function trackedFiles(): string[] | undefined {
  const { status, stdout } = spawnSync('git', ['ls-files', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  return status === 0 ? stdout.split('\0').filter((path) => path !== '' && exists(path)) : undefined;
}

import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { cached } from './cache.mjs';
import { copyJars, requireJava } from './maven.mjs';
import { progress } from './progress.mjs';
import { runCommand } from './run-command.mjs';

/** The compiler for our few lines of Java is a jar as well: a plain Java runtime is enough. */
const COMPILER = 'org.eclipse.jdt:ecj:3.33.0';

const SOURCES = fileURLToPath(new URL('./java/', import.meta.url));

/**
 * Jars from Maven Central with our starter compiled against them, in the cache.
 *
 * @param {object} program
 * @param {string} program.cacheDir
 * @param {string} program.name  of the folder in the cache; a hash of sources and versions is appended
 * @param {string[]} program.artifacts  `group:artifact:version`
 * @param {string[]} program.sources  `.java` files in `java/`
 * @param {string[]} [program.resources]  other files in `java/`, put on the class path
 * @returns {Promise<string>} the class path
 */
export async function javaProgram({ cacheDir, name, artifacts, sources, resources = [] }) {
  await requireJava();
  const folder = `${name}-${await fingerprint(artifacts, [...sources, ...resources])}`;
  const dir = await cached(cacheDir, folder, async (building) => {
    progress(`${name}: fetching ${artifacts.join(', ')} into ${join(cacheDir, folder)} (once)`);
    const libs = join(building, 'libs');
    await copyJars(building, libs, [...artifacts, COMPILER]);
    await compile(building, libs, sources);
    for (const file of resources) await copyFile(join(SOURCES, file), join(building, 'classes', file));
  });
  return [join(dir, 'classes'), join(dir, 'libs', '*')].join(delimiter);
}

/** @param {string} building @param {string} libs @param {string[]} sources */
async function compile(building, libs, sources) {
  const [, artifact, version] = COMPILER.split(':');
  const compiler = join(libs, `${artifact}-${version}.jar`);
  const classes = join(building, 'classes');
  await mkdir(classes);
  const jars = (await readdir(libs)).map((jar) => join(libs, jar));
  const { code, stdout, stderr } = await runCommand('java', [
    ...['-cp', compiler, 'org.eclipse.jdt.internal.compiler.batch.Main'],
    ...['-source', '17', '-target', '17', '-proc:none', '-nowarn'],
    ...['-cp', jars.join(delimiter), '-d', classes],
    ...sources.map((file) => join(SOURCES, file)),
  ]);
  if (code !== 0)
    throw new Error(`Compiling ${sources.join(', ')} failed:\n${(stdout + stderr).slice(-2_000)}`);
  await rm(compiler);
}

/** @param {string[]} artifacts @param {string[]} files */
async function fingerprint(artifacts, files) {
  const hash = createHash('sha256').update([...artifacts, COMPILER].join());
  for (const file of files) hash.update(file).update(await readFile(join(SOURCES, file)));
  return hash.digest('hex').slice(0, 12);
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runCommand } from './run-command.mjs';

const INSTALL = 'apt-get install -y default-jre-headless maven';
const windows = process.platform === 'win32';

/** @throws where Java does not run, saying how to install it */
export async function requireJava() {
  await requireTool('Java', () => runCommand('java', ['-version']));
}

/**
 * Copies jars and everything they need from Maven Central.
 *
 * @param {string} building  gets a `pom.xml`
 * @param {string} jars  the folder the jars go to
 * @param {string[]} artifacts  `group:artifact:version`
 */
export async function copyJars(building, jars, artifacts) {
  await requireTool('Maven', () => maven(['-version'], building));
  await writeFile(join(building, 'pom.xml'), pom(artifacts));
  const args = ['-q', '-B', 'dependency:copy-dependencies', `-DoutputDirectory=${jars}`];
  const { code, stdout, stderr } = await maven(args, building);
  if (code !== 0)
    throw new Error(`Maven could not fetch the jars (exit ${code}):\n${(stdout + stderr).slice(-2_000)}`);
}

/** @param {string} name @param {() => Promise<{ code: number | null }>} probe */
async function requireTool(name, probe) {
  const result = await probe().catch(() => undefined);
  if (result?.code === 0) return;
  throw new Error(
    `${name} is needed to start the servers and was not found; install it: ${INSTALL}\n` +
      'or name running servers in BATON_KAFKA_BROKERS and BATON_MONGO_URL.',
  );
}

/** @param {string[]} args @param {string} cwd */
function maven(args, cwd) {
  // On Windows Maven is a .cmd file, which Node starts only through the shell.
  return windows
    ? runCommand(process.env['ComSpec'] ?? 'cmd.exe', ['/d', '/s', '/c', 'mvn.cmd', ...args], { cwd })
    : runCommand('mvn', args, { cwd });
}

/** @param {string[]} artifacts */
function pom(artifacts) {
  const dependencies = artifacts.map((each) => {
    const [group, artifact, version] = each.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>baton</groupId><artifactId>servers</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    ${dependencies.join('\n    ')}
  </dependencies>
</project>
`;
}

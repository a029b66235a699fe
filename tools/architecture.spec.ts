import { parse } from 'yaml';
import { allServices } from '@baton/all-in-one';
import { eventDefinitions, eventTopics } from '@baton/contracts';
import { serviceNames } from '@baton/service-kit';
import { exists, importsOf, projects, read, trackedFiles, type Project } from './architecture/repository.js';

const all = projects();
const services = all.filter(({ manifest }) => manifest.nx?.tags?.includes('type:service'));
const kinds = ['kernel', 'contracts', 'pure', 'platform', 'service', 'host', 'web', 'testing'];
const each = (list: readonly Project[]) => list.map((project) => [project.path, project] as const);

describe.each(each(all))('%s', (path, { name, manifest, sources }) => {
  it('says what it is', () => {
    expect(exists(`${path}/README.md`)).toBe(true);
    expect(read(`${path}/README.md`).trim().split('\n').length).toBeGreaterThan(4);
  });

  it('is named like its folder and has one kind', () => {
    expect(manifest.name).toBe(`@baton/${name}`);
    expect(manifest.nx?.tags?.filter((tag) => kinds.includes(tag.replace('type:', '')))).toHaveLength(1);
  });

  it('is type-checked with everything else', () => {
    if (exists(`${path}/vite.config.ts`)) return expect(exists(`${path}/tsconfig.json`)).toBe(true);
    expect(read('tsconfig.json')).toContain(`{ "path": "${path}" }`);
  });

  it('declares what it imports of this repository, for npm and for TypeScript', () => {
    const declared = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
    const references = exists(`${path}/tsconfig.json`) ? read(`${path}/tsconfig.json`) : '';
    const imported = new Set(
      [...sources.values()].flatMap(importsOf).filter((one) => one.startsWith('@baton/')),
    );
    const libraries = [...new Set([...imported].map((specifier) => specifier.split('/')[1]!))];
    expect(libraries.filter((library) => !declared.includes(`@baton/${library}`))).toEqual([]);
    expect(libraries.filter((library) => !references.includes(`/${library}"`))).toEqual([]);
  });

  it('has no barrel but what it exports', () => {
    const entries = Object.values(manifest.exports ?? {}).map(
      (entry) => `${path}/${entry['@baton/source'].slice(2)}`,
    );
    const barrels = [...sources]
      .filter(([file]) => !entries.includes(file) && !file.includes('/gen/'))
      // What is generated is gathered into a few modules, and the events of a topic into one the catalogue walks through.
      .filter(([file]) => !file.startsWith('libs/contracts/src/'))
      .filter(([, text]) => /(^|\n)export \* from/.test(text));
    expect(barrels.map(([file]) => file)).toEqual([]);
  });
});

describe.each(each(services))('the service %s', (path, { name }) => {
  it('has a port and runs in the all-in-one', () => {
    expect(serviceNames).toContain(name);
    expect(allServices.map((service) => service.name)).toContain(name);
  });

  it('is deployed: a kustomize base and a compose service', () => {
    expect(exists(`k8s/base/${name}/kustomization.yaml`)).toBe(true);
    const compose = parse(read('deploy/compose.yaml'), { merge: true }) as {
      services: Record<string, unknown>;
    };
    expect(Object.keys(compose.services)).toContain(name);
  });

  it('tells in its README what it listens to, publishes, serves and is configured by, and how it fails', () => {
    const readme = read(`${path}/README.md`).toLowerCase();
    for (const word of ['listens', 'publishes', 'serves', 'configure', 'fails'])
      expect(readme).toContain(word);
  });

  it('is started by one line', () => {
    expect(read(`${path}/src/main.ts`)).toMatch(/void runAlone\(\w+\);\s*$/);
  });
});

describe('the services', () => {
  it('are those that have ports, no more and no fewer', () => {
    expect(services.map(({ name }) => name).sort()).toEqual([...serviceNames].sort());
  });
});

describe('the events', () => {
  it('have one producer a topic, and it owns the topic', () => {
    for (const topic of eventTopics) {
      const producers = new Set(
        eventDefinitions.filter((event) => event.topic === topic).map(({ producer }) => producer),
      );
      expect([topic, producers.size]).toEqual([topic, 1]);
      const owners = allServices.filter((service) => service.topics?.includes(topic)).map(({ name }) => name);
      expect([topic, owners]).toEqual([topic, [...producers]]);
    }
  });

  it('are named once', () => {
    const types = eventDefinitions.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
  });
});

describe('domain folders', () => {
  // A second net under ESLint: a domain is types and pure functions.
  const pure =
    /^(\.{1,2}\/|@baton\/(kernel|contracts|policy|packs|language|ledger|handoff-formats|persistence)$|node:crypto$)/;
  const domain = services.flatMap(({ sources }) =>
    [...sources].filter(([file]) => file.includes('/src/domain/') && !file.endsWith('.spec.ts')),
  );

  it('import nothing that does I/O, and no framework', () => {
    const forbidden = domain.flatMap(([file, text]) =>
      importsOf(text)
        .filter((specifier) => !pure.test(specifier))
        .map((specifier) => `${file} imports ${specifier}`),
    );
    expect(forbidden).toEqual([]);
  });

  it('never ask the machine for the time or for chance', () => {
    const asks = domain.filter(([, text]) =>
      /\b(Date\.now|new Date\(\)|Math\.random|randomUUID|randomBytes)\b/.test(text),
    );
    expect(asks.map(([file]) => file)).toEqual([]);
  });
});

describe('tracked files', () => {
  const tracked = trackedFiles() ?? [];
  const binary = /\.(png|jpg|ico|woff2?|bin|gz|db)$/;

  it('name no machine and no registry', () => {
    // A build's home inside its container is no machine of ours.
    const paths = new RegExp(
      String.raw`(^|[^\w.@-])/(${['work', 'root', 'home', 'Users'].join('|')})/(?!\.npm)`,
      'm',
    );
    const hosts = /https?:\/\/[\w.-]*(registry|artifactory|nexus)[\w.-]*/;
    const named = tracked
      .filter((path) => !binary.test(path))
      .filter((path) => {
        const text = read(path);
        return paths.test(text) || hosts.test(text);
      });
    expect(named).toEqual([]);
  });

  it('are small enough to read, but for what is generated or data', () => {
    const wordLists = ['apps/dialog/src/domain/small-talk.ts', 'libs/language/src/pii/lexicon/'];
    const large = tracked
      .filter(
        (path) =>
          /^(apps|libs|tools)\/.*\.(ts|tsx|mjs)$/.test(path) &&
          !path.includes('/gen/') &&
          !/\.(spec|contract)\.ts$/.test(path),
      )
      .filter((path) => read(path).split('\n').length > 400);
    expect(large.filter((path) => !wordLists.some((list) => path.startsWith(list)))).toEqual([]);
  });
});

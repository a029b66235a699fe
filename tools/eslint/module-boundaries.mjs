/**
 * Which kind of project may import which; kinds are the `type:*` tags in each `package.json`. Imports run one way:
 * kernel ← contracts ← pure and platform libraries ← services ← hosts.
 */
export const moduleBoundaries = {
  allow: [],
  enforceBuildableLibDependency: false,
  banTransitiveDependencies: true,
  // A command loads what it alone needs when it runs, so that the others start fast; that forbids nobody a static import.
  checkDynamicDependenciesExceptions: ['.*'],
  depConstraints: [
    // Ids, clock, errors: what everything stands on stands on nothing, or the whole repository would move with it.
    {
      sourceTag: 'type:kernel',
      onlyDependOnLibsWithTags: [],
      allowedExternalImports: [],
    },
    // What services say to each other. An integrator takes it alone, so it brings no behaviour of ours along.
    {
      sourceTag: 'type:contracts',
      onlyDependOnLibsWithTags: ['type:kernel'],
      allowedExternalImports: ['@bufbuild/protobuf', '@bufbuild/protobuf/*', '@grpc/grpc-js'],
    },
    // Rules that must give the same answer on every machine, today and at an audit in five years: no bus, store, network or framework.
    {
      sourceTag: 'type:pure',
      onlyDependOnLibsWithTags: ['type:pure', 'type:kernel'],
      bannedExternalImports: [
        '@nestjs/*',
        '@grpc/*',
        '@opentelemetry/*',
        'kafkajs',
        'mongoose',
        'pino',
        'ws',
      ],
    },
    // Plumbing knows what an event is, never what one service does with it.
    {
      sourceTag: 'type:platform',
      onlyDependOnLibsWithTags: ['type:platform', 'type:contracts', 'type:pure', 'type:kernel'],
    },
    // A service hears another by its events and asks it over gRPC; importing it would tie their releases and their stores together.
    {
      sourceTag: 'type:service',
      onlyDependOnLibsWithTags: ['type:platform', 'type:contracts', 'type:pure', 'type:kernel'],
      bannedExternalImports: ['kafkajs', 'mongoose'],
    },
    // A host decides which services share a process; nothing imports a host but another host.
    {
      sourceTag: 'type:host',
      onlyDependOnLibsWithTags: [
        'type:host',
        'type:service',
        'type:platform',
        'type:contracts',
        'type:pure',
        'type:kernel',
      ],
    },
    // The pages speak REST and WebSocket with the desk; server code must not reach a browser.
    { sourceTag: 'type:web', onlyDependOnLibsWithTags: [] },
    // Contract suites and test tools may look at everything but services; nothing imports them at run time.
    {
      sourceTag: 'type:testing',
      onlyDependOnLibsWithTags: ['type:platform', 'type:contracts', 'type:pure', 'type:kernel'],
    },
  ],
};

/** The same, but tests of a service may run other services beside it, and tests of the kernel and the contracts may use test tools. */
export const boundariesOfTests = {
  ...moduleBoundaries,
  depConstraints: moduleBoundaries.depConstraints.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
    sourceTag,
    onlyDependOnLibsWithTags:
      sourceTag === 'type:service' ? [...onlyDependOnLibsWithTags, 'type:service'] : onlyDependOnLibsWithTags,
  })),
};

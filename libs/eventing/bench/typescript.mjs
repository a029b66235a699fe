import { registerHooks } from 'node:module';

/** Lets `node` run this workspace's TypeScript without a build: `./x.js` is looked for as `./x.ts` too. */
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (thrown) {
      if (!specifier.startsWith('.') || !specifier.endsWith('.js')) throw thrown;
      return next(`${specifier.slice(0, -3)}.ts`, context);
    }
  },
});

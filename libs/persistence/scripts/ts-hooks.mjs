// Lets Node run TypeScript sources straight: relative imports name the built file, the source lies beside it.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    const isSource =
      specifier.startsWith('.') && specifier.endsWith('.js') && context.parentURL?.endsWith('.ts');
    return next(isSource ? `${specifier.slice(0, -3)}.ts` : specifier, context);
  },
});

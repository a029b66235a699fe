import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';
import { domainFiles, onlyDomain } from './tools/eslint/domain-imports.mjs';
import { boundariesOfTests, moduleBoundaries } from './tools/eslint/module-boundaries.mjs';

const sources = ['apps/*/src/**/*.{ts,tsx}', 'libs/*/src/**/*.ts', 'tools/**/*.ts', 'e2e/**/*.ts'];
const programs = ['**/*.{js,mjs}', '**/bench/**/*.ts', '**/chaos/**/*.ts', 'libs/*/tools/**/*.ts'];

/** Another package's inside, or what it was compiled to. */
const insides = {
  regex: '^@baton/[^/]+/(src|dist)(/|$)',
  message: 'A package is what its index exports; ask its author to export what you need.',
};

/** The environment is read once, into a typed configuration whose faults are reported together. */
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Take it from the Config of libs/service-kit: the environment is read in one place.',
};

/** Files that may read the environment: the configuration itself, programs people start, and tests of them. */
const programEntries = [
  'libs/service-kit/src/config*.ts',
  'libs/service-kit/src/run-alone.ts',
  'apps/{all-in-one,cli}/src/**/*.ts',
  'apps/web/vite.config.ts',
  '{tools,e2e}/**',
  '**/*.spec.ts',
];

export default tseslint.config(
  {
    ignores: [
      '**/{dist,out-tsc,node_modules}/**',
      '.nx/**',
      '.cache/**',
      '.baton/**',
      'libs/contracts/src/gen/**',
      'libs/*/dev/**',
    ],
  },
  // A finding is mended or the rule is changed here, for everyone and with its reason; never switched off in a file.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: [...sources, ...programs],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-fallthrough': 'error',
      'no-self-compare': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-catch': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
  },
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser },
    rules: {
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: sources,
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': ['error', moduleBoundaries],
      'no-restricted-imports': ['error', { patterns: [insides] }],
      'no-restricted-syntax': ['error', environment],
      // A promise nobody waits for hides its failure and outlives its test.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/only-throw-error': 'error',
      // A new state or verdict must be looked at everywhere it is told apart.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // The events of libs/contracts are interfaces over generated messages, so that errors and editors show their own names.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/no-array-delete': 'error',
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/no-duplicate-type-constituents': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-implied-eval': 'error',
      '@typescript-eslint/no-redundant-type-constituents': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
    },
  },
  // What a service says goes through its logger, which redacts; only programs people start write to the terminal.
  {
    files: sources,
    ignores: programEntries,
    rules: { 'no-console': 'error' },
  },
  // What a test gets from JSON or a matcher it goes on to compare.
  {
    files: ['**/*.spec.ts', 'e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
    },
  },
  // A test may run the real peers of its service instead of imitating them; nothing of it runs outside tests.
  {
    files: ['{apps,libs}/*/src/**/*.spec.ts', '{apps,libs}/*/src/testing/**/*.ts'],
    rules: { '@nx/enforce-module-boundaries': ['error', boundariesOfTests] },
  },
  { files: programEntries, rules: { 'no-restricted-syntax': 'off' } },
  ...[0, 1, 2].map((depth) => ({
    files: domainFiles(depth),
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', onlyDomain(depth)] },
  })),
);

import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const NO_FOCUS = [
  { selector: "CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(only|skip)$/]", message: 'No focused or skipped tests.' },
  { selector: "CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]", message: 'No focused or skipped tests.' },
];
const NO_LISTENING = [{ selector: "Decorator[expression.callee.name='SubscribeMessage']", message: 'Commands go over HTTP; the gateway receives nothing.' }];

const STRICT = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/ban-ts-comment': 'error',
  'no-empty': ['error', { allowEmptyCatch: false }],
  'no-else-return': 'error',
  'no-console': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'max-lines': ['error', { max: 300 }],
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'client/src/api/schema.d.ts', 'test/e2e/output/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...STRICT,
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'max-params': 'off',
      '@typescript-eslint/max-params': ['error', { max: 4 }],
      'no-restricted-syntax': ['error', ...NO_LISTENING],
    },
  },
  { files: ['src/**/*.controller.ts', 'src/**/*.service.ts', 'src/**/*.gateway.ts'], rules: { '@typescript-eslint/max-params': ['error', { max: 6 }] } },
  { files: ['src/database/migrations/*.ts', 'src/database/seed/documents/*.ts'], rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' } },
  { files: ['src/database/seed/**/*.ts'], rules: { '@typescript-eslint/max-params': 'off' } },
  {
    files: ['client/src/**/*.{ts,tsx}', 'client/vite.config.ts'],
    extends: [tseslint.configs.recommended],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { project: './client/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { ...STRICT, 'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }], 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['test/**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: './test/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { ...STRICT, 'max-lines': ['error', { max: 500 }], 'no-restricted-syntax': ['error', ...NO_FOCUS] },
  },
);

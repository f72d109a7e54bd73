import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const NO_FOCUS = [
  { selector: "CallExpression[callee.object.name=/^(describe|it|test)$/][callee.property.name=/^(only|skip)$/]", message: 'No focused or skipped tests.' },
  { selector: "CallExpression[callee.name=/^(fdescribe|fit|xdescribe|xit|xtest)$/]", message: 'No focused or skipped tests.' },
];
const NO_LISTENING = [{ selector: "Decorator[expression.callee.name='SubscribeMessage']", message: 'Commands go over HTTP; the gateway receives nothing.' }];

const says = (selector, message) => ({ selector, message });
/** Text becomes neither a page nor a program. */
const NO_RAW_HTML = [
  says('MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]', 'raw-html: text is shown by React, which escapes it.'),
  says("CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]", 'raw-html: text is shown by React, which escapes it.'),
  says("JSXAttribute[name.name='dangerouslySetInnerHTML']", 'raw-html: text is shown by React, which escapes it.'),
];
const NO_TEXT_TIMER = [says('CallExpression[callee.name=/^set(Timeout|Interval|Immediate)$/][arguments.0.type=/^(Literal|TemplateLiteral|BinaryExpression)$/]', 'implied-eval: a timer takes a function.')];
const NO_MADE_PATTERN = [says("NewExpression[callee.name='RegExp'][arguments.0.type!='Literal'], CallExpression[callee.name='RegExp'][arguments.0.type!='Literal']", 'made-pattern: an expression made of text matches what its author did not mean.')];
/** What is not a constant is bound by $1. Places where a name cannot be bound are listed below. */
const NO_MADE_SQL = [
  says("CallExpression[callee.property.name='query'] > TemplateLiteral.arguments:first-child > :not(TemplateElement, Identifier[name=/^[A-Z][A-Z0-9_]*$/])", 'made-sql: bind it by $1.'),
  says("CallExpression[callee.property.name='query'] > BinaryExpression.arguments:first-child", 'made-sql: bind it by $1.'),
];
const NO_SHELL = [
  says("ImportDeclaration[source.value=/^(node:)?child_process$/] > ImportSpecifier[imported.name=/^(exec|execSync)$/]", 'shell: start a program with a list of words.'),
  says("Property[key.name='shell']", 'shell: start a program with a list of words.'),
  says("CallExpression[callee.name=/^(spawn|spawnSync|execFile|execFileSync)$/] > Literal.arguments:first-child[value=/(^|\\u002F)(sh|bash|dash|zsh|cmd|cmd\\.exe|powershell)$/]", 'shell: start a program with a list of words.'),
];
const APPROVED_CRYPTO = [
  says("CallExpression[callee.name=/^create(Cipher|Decipher)iv$/][arguments.0.value!='aes-256-gcm']", 'crypto: AES-256-GCM only.'),
  says("CallExpression[callee.name=/^create(Hash|Hmac)$/][arguments.0.value!='sha256']", 'crypto: SHA-256 only.'),
];
const CRYPTO_PLACES = { files: ['src/config/secret.ts', 'src/storage/segment-cipher.ts', 'src/storage/key-wrapping.ts'] };
const CRYPTO_NAMES = 'createCipheriv createDecipheriv createCipher createDecipher createHmac hkdf hkdfSync pbkdf2 pbkdf2Sync scrypt scryptSync createDiffieHellman createECDH diffieHellman publicEncrypt privateEncrypt privateDecrypt publicDecrypt pseudoRandomBytes'.split(' ');
const NO_OTHER_CRYPTO = ['error', { paths: ['node:crypto', 'crypto'].map((name) => ({ name, importNames: CRYPTO_NAMES, message: 'crypto: the places of ciphers and keys are listed in eslint.config.mjs and docs/security.md.' })) }];
const SAFE = {
  'no-eval': 'error',
  'no-new-func': 'error',
  'no-script-url': 'error',
  'no-proto': 'error',
  'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'crypto: node:crypto or crypto.getRandomValues.' }],
};
const IN_SERVER = [...NO_LISTENING, ...NO_TEXT_TIMER, ...NO_RAW_HTML, ...NO_MADE_PATTERN, ...NO_SHELL, ...APPROVED_CRYPTO];

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
      ...SAFE,
      'no-restricted-globals': ['error', { name: 'fetch', message: 'ways-out: the server calls the services of its settings, by their clients.' }],
      'no-restricted-imports': NO_OTHER_CRYPTO,
      'no-restricted-syntax': ['error', ...IN_SERVER, ...NO_MADE_SQL],
    },
  },
  { ...CRYPTO_PLACES, rules: { 'no-restricted-imports': 'off' } },
  // Names of tables and columns cannot be bound: here they are constants of the program, or come from the catalogue and are quoted.
  { files: ['src/database/migrations/*.ts', 'src/database/embedded/start-embedded-postgres.ts', 'src/backup/*.ts', 'src/papers/paper-reader.service.ts', 'src/papers/uploads.service.ts', 'src/identity/sign-in/setup-links.service.ts'], rules: { 'no-restricted-syntax': ['error', ...IN_SERVER] } },
  // Breached passwords are published as SHA-1; none is kept by it.
  { files: ['src/identity/sign-in/breached-passwords.ts'], rules: { 'no-restricted-syntax': ['error', ...IN_SERVER.filter((rule) => !APPROVED_CRYPTO.includes(rule)), ...NO_MADE_SQL] } },
  // The watchdog is a constant script of /bin/sh that outlives Node; nothing is put into it.
  { files: ['src/database/embedded/watchdog.ts'], rules: { 'no-restricted-syntax': ['error', ...IN_SERVER.filter((rule) => !NO_SHELL.includes(rule))] } },
  { files: ['src/**/*.controller.ts', 'src/**/*.service.ts', 'src/**/*.gateway.ts'], rules: { '@typescript-eslint/max-params': ['error', { max: 6 }] } },
  { files: ['src/database/migrations/*.ts', 'src/database/seed/documents/*.ts'], rules: { 'max-lines-per-function': 'off', 'max-lines': 'off' } },
  { files: ['src/database/seed/**/*.ts'], rules: { '@typescript-eslint/max-params': 'off' } },
  {
    files: ['client/src/**/*.{ts,tsx}', 'client/vite.config.ts'],
    extends: [tseslint.configs.recommended],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { project: './client/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { ...STRICT, ...SAFE, 'no-restricted-imports': ['error', { paths: [{ name: 'react', importNames: ['lazy'], message: 'lazyPart (client/src/api/lazy-part.ts): it waits for the network.' }] }], 'no-restricted-syntax': ['error', ...NO_TEXT_TIMER, ...NO_RAW_HTML, ...NO_MADE_PATTERN], 'max-lines-per-function': ['error', { max: 90, skipBlankLines: true, skipComments: true }], 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  // The one place that makes parts of `lazy`.
  { files: ['client/src/api/lazy-part.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['test/**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { project: './test/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: { ...STRICT, 'max-lines': ['error', { max: 500 }], 'no-restricted-syntax': ['error', ...NO_FOCUS] },
  },
);

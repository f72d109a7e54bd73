const shared = {
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': ['@swc/jest', {
      jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true }, transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false } },
      module: { type: 'es6' },
    }],
  },
  testEnvironment: 'node',
  rootDir: '.',
};
const project = (name, extra = {}) => ({ ...shared, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`], ...extra });

export default {
  projects: [
    project('unit', { testMatch: ['<rootDir>/test/unit/**/*.spec.ts'] }),
    project('integration', { globalSetup: '<rootDir>/test/support/start-database.ts', globalTeardown: '<rootDir>/test/support/stop-database.ts' }),
    project('e2e', { globalSetup: '<rootDir>/test/support/start-database.ts', globalTeardown: '<rootDir>/test/support/stop-database.ts' }),
  ],
  testTimeout: 60_000,
};

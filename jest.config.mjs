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
const project = (name) => ({ ...shared, displayName: name, testMatch: [`<rootDir>/test/${name}/**/*.spec.ts`] });

export default {
  projects: [
    project('unit'),
    project('integration'),
    project('e2e'),
    project('faults'),
  ],
  testTimeout: 60_000,
};

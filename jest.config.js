const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

/** One lane a folder: what is real in it is said in CONTRIBUTING.md. */
const lane = (name, roots, more = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: 'node',
  roots: roots.map((root) => `<rootDir>/${root}`),
  testMatch: ['**/*.spec.ts'],
  moduleFileExtensions: ['ts', 'js', 'json'],
  moduleNameMapper: {
    '^@okaeri/words/time$': '<rootDir>/libs/words/src/time/index.ts',
    '^@okaeri/chart/fhir$': '<rootDir>/libs/chart/src/fhir/index.ts',
    '^@okaeri/([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  transform: { '^.+\\.ts$': ['@swc/jest', swc] },
  ...more,
});

const patient = { setupFilesAfterEnv: ['<rootDir>/test/patience.ts'] };

module.exports = {
  projects: [
    lane('unit', ['apps', 'libs', 'infra', 'test/leaks']),
    lane('integration', ['test/integration'], patient),
    lane('journeys', ['test/journeys'], patient),
  ],
};

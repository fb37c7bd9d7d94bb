/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'mts', 'mjs', 'js', 'json', 'node'],
  // The examples say it as a user of the package would.
  moduleNameMapper: { '^n8n-nodes-cascadeflow$': '<rootDir>/core/index.ts' },
  // tokenx ships as an ES module only.
  transformIgnorePatterns: ['/node_modules/(?!tokenx/)'],
  transform: {
    '\\.(lua|b64)$': '<rootDir>/test/support/textTransform.js',
    '(\\.m?ts|/tokenx/.+\\.mjs)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
};

const project = (displayName, folders, more = {}) => ({
  ...shared,
  displayName,
  testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
  ...more,
});

module.exports = {
  projects: [
    project('unit', ['core', 'nodes', 'credentials', 'scripts', 'examples', 'docs'], {
      testPathIgnorePatterns: ['<rootDir>/test/scripts/servers/'],
    }),
    project('package', ['package']),
    project('integration', ['integration', 'scripts/servers'], {
      setupFiles: ['<rootDir>/test/integration/support/quietLog.ts'],
    }),
    project('e2e', ['e2e'], {
      globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
      globalTeardown: '<rootDir>/test/e2e/support/globalTeardown.ts',
    }),
  ],
};

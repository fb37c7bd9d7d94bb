/** @type {import('jest').Config} */
const shared = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'mts', 'js', 'json', 'node'],
  transform: {
    '\\.m?ts$': [
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
    project('unit', ['core', 'nodes', 'scripts']),
    project('package', ['package']),
    project('integration', ['integration']),
    project('e2e', ['e2e']),
  ],
};

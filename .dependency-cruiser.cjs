/** The arrows of the house: nodes -> core -> its lower floors, never back. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(core|nodes|credentials|scripts)/' },
      to: {},
    },
    {
      name: 'core-knows-nothing-of-n8n',
      comment: 'core is plain TypeScript: what it needs from outside comes through ports',
      severity: 'error',
      from: { path: '^core/' },
      to: {
        path: [
          '^nodes/',
          '^credentials/',
          '^scripts/',
          'node_modules/(@n8n|n8n-)',
          'node_modules/@langchain',
        ],
      },
    },
    {
      name: 'core-has-no-node-modules',
      comment: 'no fs, network or process: n8n forbids them, and a library user may run anywhere',
      severity: 'error',
      from: { path: '^core/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'core-has-one-door',
      severity: 'error',
      from: { path: '^(nodes|credentials)/' },
      to: { path: '^core/', pathNot: '^core/index\\.ts$' },
    },
    {
      name: 'nodes-do-not-import-each-other',
      severity: 'error',
      from: { path: '^nodes/([^/]+)/' },
      to: { path: '^nodes/', pathNot: ['^nodes/$1/', '^nodes/shared/'] },
    },
    {
      name: 'shared-knows-no-node',
      severity: 'error',
      from: { path: '^nodes/shared/' },
      to: { path: '^nodes/', pathNot: '^nodes/shared/' },
    },
    {
      name: 'models-stand-below-the-cascade',
      severity: 'error',
      from: { path: '^core/(models|http|time|errors)/' },
      to: { path: '^core/cascade/' },
    },
    {
      name: 'foundations-stand-on-nothing',
      severity: 'error',
      from: { path: '^core/(time|errors|http)/' },
      to: { path: '^core/', pathNot: '^core/(time|errors|http)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};

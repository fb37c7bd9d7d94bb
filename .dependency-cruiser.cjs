/** The arrows of the house: nodes -> core -> its lower floors, never back. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(core|nodes|credentials|scripts)/', pathNot: '\\.d\\.ts$' },
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
      name: 'batches-know-no-cascade',
      comment: 'any work can run as a batch; a batch of cascades stands on it, in core/cascade/batch',
      severity: 'error',
      from: { path: '^core/batch/' },
      to: { path: '^core/', pathNot: '^core/(batch|models|http|stores|time|errors)/' },
    },
    {
      name: 'stores-stand-at-the-bottom',
      comment:
        'a store keeps state and judges it; what profiles, limits and cascades are is none of its business',
      severity: 'error',
      from: { path: '^core/stores/' },
      to: { path: '^core/', pathNot: '^core/(stores|time|errors)/' },
    },
    {
      name: 'redis-knows-no-other-store',
      severity: 'error',
      from: { path: '^core/stores/redis/' },
      to: { path: '^core/stores/(memory|staticData)/' },
    },
    {
      name: 'profiles-stand-on-stores',
      severity: 'error',
      from: { path: '^core/profiles/' },
      to: { path: '^core/', pathNot: '^core/(profiles|stores|time|errors)/' },
    },
    {
      name: 'limits-stand-on-profiles-and-stores',
      severity: 'error',
      from: { path: '^core/limits/' },
      to: { path: '^core/', pathNot: '^core/(limits|profiles|stores|time|errors)/' },
    },
    {
      name: 'guardrails-stand-on-models-and-stores',
      comment:
        'a chat model can judge, values to restore can rest in a store; what a cascade is does not matter here',
      severity: 'error',
      from: { path: '^core/guardrails/' },
      to: { path: '^core/', pathNot: '^core/(guardrails|models|http|profiles|stores|time|errors)/' },
    },
    {
      name: 'detectors-know-no-policy',
      severity: 'error',
      from: {
        path: '^core/guardrails/(text|spans|pii|secrets|injection|moderation|rules|redaction|linear|vocabulary)/',
      },
      to: { path: '^core/guardrails/(manager|judge|stream)/' },
    },
    {
      name: 'ioredis-is-behind-the-driver',
      severity: 'error',
      from: { path: '^(core|nodes|credentials)/', pathNot: '^core/stores/redis/driver/' },
      to: { path: 'node_modules/ioredis' },
    },
    {
      name: 'the-driver-is-loaded-when-needed',
      comment: 'it is a bundle of its own, because n8n refuses it in its package scan',
      severity: 'error',
      from: { path: '^core/', pathNot: '^core/stores/redis/driver/' },
      to: { path: '^core/stores/redis/driver/', dependencyTypesNot: ['dynamic-import', 'type-only'] },
    },
    {
      name: 'the-driver-takes-nothing-of-core-along',
      comment: 'what both bundles hold would be there twice',
      severity: 'error',
      from: { path: '^core/stores/redis/driver/' },
      to: {
        path: '^core/',
        pathNot: ['^core/stores/redis/driver/', '^core/stores/redis/connection/noAnswer\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
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

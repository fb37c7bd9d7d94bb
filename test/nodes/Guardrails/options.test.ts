import { describe, expect, it } from '@jest/globals';
import { readOptions } from '../../../nodes/Guardrails/options';
import { nodeContext } from '../../support/nodeContext';

const read = (options?: object) => readOptions(nodeContext(options ? { parameters: { options } } : {}), 0);

describe('the options', () => {
  it('are these when nothing is said', () => {
    expect(read()).toEqual({
      includeInputFields: true,
      moderateWith: new Set(['builtIn']),
      moderationModel: undefined,
      onEngineFailure: 'built-in',
      engineTimeoutMs: 30_000,
      keepMs: 86_400_000,
    });
  });

  it('are read in the units of the panel', () => {
    expect(
      read({
        includeInputFields: false,
        moderateWith: ['chatModel', 'moderationApi', 'chatModel'],
        moderationModel: ' text-moderation-007 ',
        onEngineFailure: 'refuse',
        timeoutSeconds: 2.5,
        keepHours: 1.1,
      }),
    ).toEqual({
      includeInputFields: false,
      moderateWith: new Set(['chatModel', 'moderationApi']),
      moderationModel: 'text-moderation-007',
      onEngineFailure: 'refuse',
      engineTimeoutMs: 2500,
      keepMs: 3_960_000,
    });
  });

  it('leave the moderation model to core when its field is empty', () => {
    expect(read({ moderationModel: ' ' }).moderationModel).toBeUndefined();
  });
});

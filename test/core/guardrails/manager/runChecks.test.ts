import { describe, expect, it } from '@jest/globals';
import { GuardrailEngineError } from '../../../../core/guardrails/external/engineError';
import type { Violation } from '../../../../core/guardrails/guardrailViolation';
import type { Check } from '../../../../core/guardrails/manager/check';
import { runChecks, type RunRules } from '../../../../core/guardrails/manager/runChecks';
import { settled } from '../../../support/fakeClock';

const all: RunRules = { stopAtFirst: false, onEngineFailure: 'built-in' };
const first: RunRules = { stopAtFirst: true, onEngineFailure: 'built-in' };

const engineFault = new GuardrailEngineError('down', { engine: 'judge', fault: 'server' });

function violation(category: string): Violation {
  return { guardrail: 'custom', category, message: `It is ${category}` };
}

/** Checks that keep in which order they were run. */
class Bench {
  readonly order: string[] = [];

  inside(name: string, finds: readonly string[] = []): Check {
    return { guardrail: 'custom', name, inside: () => this.#note(`${name} inside`, finds) };
  }

  outside(name: string, finds: readonly string[] = []): Check {
    const outside = () => Promise.resolve(this.#note(`${name} outside`, finds));
    return { guardrail: 'custom', name, outside };
  }

  both(name: string, found: readonly string[], more: readonly string[]): Check {
    return {
      ...this.inside(name, found),
      outside: (_text, before) => {
        const { violations } = this.#note(`${name} outside`, more);
        return Promise.resolve({ violations: [...before.violations, ...violations] });
      },
    };
  }

  failing(name: string, found?: readonly string[]): Check {
    return {
      ...(found ? this.inside(name, found) : { guardrail: 'custom', name }),
      outside: () => {
        this.order.push(`${name} outside`);
        return Promise.reject(engineFault);
      },
    };
  }

  #note(what: string, finds: readonly string[]) {
    this.order.push(what);
    return { violations: finds.map(violation) };
  }
}

async function categoriesOf(checks: readonly Check[], rules: RunRules): Promise<string[][]> {
  const runs = await runChecks(checks, 'text', rules);
  return runs.map(({ result }) => result.violations.map(({ category }) => category));
}

describe('all violations', () => {
  it('are found inside first, then outside, and told in the order of the rules', async () => {
    const bench = new Bench();
    const checks = [bench.outside('a', ['x']), bench.inside('b', ['y']), bench.both('c', ['z'], ['z2'])];
    expect(await categoriesOf(checks, all)).toEqual([['x'], ['y'], ['z', 'z2']]);
    expect(bench.order).toEqual(['b inside', 'c inside', 'a outside', 'c outside']);
  });

  it('take the engines a few at a time', async () => {
    let open = 0;
    let mostOpen = 0;
    const slow: Check = {
      guardrail: 'custom',
      name: 'slow',
      outside: async () => {
        open += 1;
        mostOpen = Math.max(mostOpen, open);
        await settled();
        open -= 1;
        return { violations: [] };
      },
    };
    await runChecks(
      Array.from({ length: 10 }, () => ({ ...slow })),
      'text',
      all,
    );
    expect(mostOpen).toBe(4);
  });
});

describe('the first violation', () => {
  it('found inside ends it before anything outside is asked', async () => {
    const bench = new Bench();
    const checks = [bench.outside('a'), bench.inside('b', ['y']), bench.inside('c', ['z'])];
    const runs = await runChecks(checks, 'text', first);
    expect(runs.map(({ state }) => state)).toEqual(['unfinished', 'finished', 'unfinished']);
    expect(bench.order).toEqual(['b inside']);
  });

  it('found outside ends it before the next engine is asked', async () => {
    const bench = new Bench();
    const checks = [bench.outside('a'), bench.outside('b', ['y']), bench.outside('c', ['z'])];
    const runs = await runChecks(checks, 'text', first);
    expect(runs.map(({ state }) => state)).toEqual(['finished', 'finished', 'unfinished']);
    expect(bench.order).toEqual(['a outside', 'b outside']);
  });

  it('may be none', async () => {
    const bench = new Bench();
    const runs = await runChecks([bench.inside('a'), bench.outside('b')], 'text', first);
    expect(runs.map(({ state }) => state)).toEqual(['finished', 'finished']);
  });
});

describe('an engine that fails', () => {
  it('leaves what was found inside, and is told', async () => {
    const [run] = await runChecks([new Bench().failing('a', [])], 'text', all);
    expect(run).toMatchObject({ state: 'finished', result: { violations: [], failures: [engineFault] } });
  });

  it('fails the check where nothing was looked for inside', async () => {
    const bench = new Bench();
    await expect(runChecks([bench.inside('a'), bench.failing('b')], 'text', all)).rejects.toBe(engineFault);
  });

  it('fails the check when that is wanted', async () => {
    const rules: RunRules = { ...all, onEngineFailure: 'fail' };
    await expect(runChecks([new Bench().failing('a', [])], 'text', rules)).rejects.toBe(engineFault);
  });

  it.each(['built-in', 'fail'] as const)('does not hide a violation, under %s', async (onEngineFailure) => {
    const bench = new Bench();
    const checks = [bench.failing('a'), bench.inside('b', ['y'])];
    const runs = await runChecks(checks, 'text', { ...all, onEngineFailure });
    expect(runs).toMatchObject([
      { state: 'unfinished', result: { failures: [engineFault] } },
      { state: 'finished', result: { violations: [{ category: 'y' }] } },
    ]);
  });

  it('makes the text unsafe when that is wanted', async () => {
    const rules: RunRules = { ...all, onEngineFailure: 'refuse' };
    const bench = new Bench();
    expect(await categoriesOf([bench.failing('a', ['x']), bench.failing('b')], rules)).toEqual([
      ['x', 'not_judged'],
      ['not_judged'],
    ]);
  });

  it('does not keep the next one from being asked', async () => {
    const bench = new Bench();
    const checks = [bench.failing('a', []), bench.outside('b', ['y'])];
    expect(await categoriesOf(checks, first)).toEqual([[], ['y']]);
  });

  it('may be one of several: what the others say counts, and the failure all the same', async () => {
    const partly: Check = {
      guardrail: 'custom',
      name: 'partly',
      inside: () => ({ violations: [] }),
      outside: () => Promise.resolve({ violations: [], failures: [engineFault] }),
    };
    expect(await runChecks([partly], 'text', all)).toMatchObject([{ state: 'finished' }]);
    expect(await categoriesOf([partly], { ...all, onEngineFailure: 'refuse' })).toEqual([['not_judged']]);
    const strictly: RunRules = { ...all, onEngineFailure: 'fail' };
    await expect(runChecks([partly], 'text', strictly)).rejects.toBe(engineFault);
  });

  it('may throw anything', async () => {
    const broken: Check = {
      guardrail: 'custom',
      name: 'mine',
      outside: () => Promise.reject(new TypeError('odd')),
    };
    await expect(runChecks([broken], 'text', all)).rejects.toMatchObject({
      name: 'GuardrailEngineError',
      engine: 'mine',
      fault: 'unknown',
    });
  });
});

describe('a caller who aborts', () => {
  const reason = new Error('enough');

  it('ends it before it begins', async () => {
    const bench = new Bench();
    const signal = AbortSignal.abort(reason);
    await expect(runChecks([bench.inside('a')], 'text', { ...all, signal })).rejects.toBe(reason);
    expect(bench.order).toEqual([]);
  });

  it('ends it while an engine is asked, whatever is to be done when engines fail', async () => {
    const caller = new AbortController();
    const asked: Check = {
      guardrail: 'custom',
      name: 'a',
      outside: (_text, _found, signal) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            reject(new Error('stopped'));
          });
          caller.abort(reason);
        }),
    };
    const rules: RunRules = { ...all, onEngineFailure: 'refuse', signal: caller.signal };
    await expect(runChecks([asked], 'text', rules)).rejects.toBe(reason);
  });
});

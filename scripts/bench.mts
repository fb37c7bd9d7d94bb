// `npm run bench` runs all benchmarks, `npm run bench -- <name>...` those named; `limits` names all `limits/...`. Each
// prints one table. With `--quick`, those that can do less work: it shows that they run, their figures are rough.
// `--data DIR` is a folder with plain checkouts of openai/moderation-api-release, surge-ai/toxicity (as
// `surge-ai-toxicity`), microsoft/presidio-research, lm-sys/RouteLLM and tatsu-lab/alpaca_eval (as `alpaca_eval`);
// without it, what needs them is left out.
import { parseArgs } from 'node:util';
import { batch } from '../bench/batch.mts';
import { cascade } from '../bench/cascade.mts';
import { engineOverhead } from '../bench/engineOverhead.mts';
import { guardrails } from '../bench/guardrails.mts';
import { limits } from '../bench/limits.mts';
import type { Conditions } from '../bench/support/conditions.mts';
import { type Table, textOf } from '../bench/support/table.mts';
import { webhook } from '../bench/webhook.mts';
import { ensureBuild } from './support/build.mts';
import { readCoreFromSource } from './support/coreSource.mts';
import { runScript } from './support/runScript.mts';

type Bench = (conditions: Conditions) => Promise<Table>;

const benches: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  ['engineOverhead', engineOverhead],
  ['webhook', webhook],
  ...limits,
  ...guardrails,
  ...cascade,
  ...batch,
]);

runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, data: { type: 'string' } },
    allowPositionals: true,
  });
  const chosen = choose(positionals);
  await ensureBuild();
  // What is shipped is measured; some of what it is measured by reads sources.
  readCoreFromSource();
  for (const bench of chosen) console.log(`\n${textOf(await bench(values))}\n`);
  return 0;
});

function choose(names: readonly string[]): readonly Bench[] {
  if (names.length === 0) return [...benches.values()];
  return names.flatMap((name) => {
    const named = [...benches].filter(([known]) => known === name || known.startsWith(`${name}/`));
    if (named.length === 0) {
      throw new Error(`There is no benchmark "${name}". There are: ${[...benches.keys()].join(', ')}.`);
    }
    return named.map(([, bench]) => bench);
  });
}

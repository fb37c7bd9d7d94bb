// `npm run bench` runs all benchmarks, `npm run bench -- <name>...` those named; `limits` names all `limits/...`. Each
// prints one table. With `--quick`, those that can do less work: it shows that they run, their figures are rough.
import { parseArgs } from 'node:util';
import { engineOverhead } from '../bench/engineOverhead.mts';
import { limits } from '../bench/limits.mts';
import type { Effort } from '../bench/support/effort.mts';
import { type Table, textOf } from '../bench/support/table.mts';
import { webhook } from '../bench/webhook.mts';
import { ensureBuild } from './support/build.mts';
import { runScript } from './support/runScript.mts';

type Bench = (effort: Effort) => Promise<Table>;

const benches: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  ['engineOverhead', engineOverhead],
  ['webhook', webhook],
  ...limits,
]);

runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const chosen = choose(positionals);
  await ensureBuild();
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

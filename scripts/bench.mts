// `npm run bench` runs all benchmarks, `npm run bench -- <name>...` those named. Each prints one table.
import { engineOverhead } from '../bench/engineOverhead.mts';
import { textOf } from '../bench/support/table.mts';
import { webhook } from '../bench/webhook.mts';
import { ensureBuild } from './support/build.mts';
import { runScript } from './support/runScript.mts';

const benches = new Map([
  ['engineOverhead', engineOverhead],
  ['webhook', webhook],
]);

runScript(async () => {
  const chosen = choose(process.argv.slice(2));
  await ensureBuild();
  for (const bench of chosen) console.log(`\n${textOf(await bench())}\n`);
  return 0;
});

function choose(names: readonly string[]) {
  if (names.length === 0) return [...benches.values()];
  return names.map((name) => {
    const bench = benches.get(name);
    if (bench === undefined) {
      throw new Error(`There is no benchmark "${name}". There are: ${[...benches.keys()].join(', ')}.`);
    }
    return bench;
  });
}

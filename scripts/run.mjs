// The way into every script: `node scripts/run.mjs <command> [arguments]`.
// It needs nothing but Node and npm. It installs the development dependencies when they are missing or stale, among
// them the Node 24 that today's n8n asks for, and runs the command's TypeScript with that Node, which strips types itself.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_NODE_MAJOR = 24;
const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const toolsFolder = join(root, 'node_modules', '.bin');
const onWindows = process.platform === 'win32';
const node24 = join(root, 'node_modules', 'node', 'bin', onWindows ? 'node.exe' : 'node');

main();

function main() {
  refuseOldNode();
  const [command, ...args] = process.argv.slice(2);
  const script = scriptOf(command);
  if (!dependenciesAreCurrent()) npm('ci', '--ignore-scripts');
  if (nodeVersionOf(node24) === undefined) npm('rebuild', 'node', '--ignore-scripts=false');
  if (majorOf(nodeVersionOf(node24) ?? '') !== NEEDED_NODE_MAJOR) {
    fail(`Node ${NEEDED_NODE_MAJOR} did not arrive at ${node24}. Remove node_modules and run this again.`);
  }
  runWithNode24(script, args);
}

function refuseOldNode() {
  const needed = readJson(join(root, 'package.json')).engines.node.replace('>=', '');
  if (compareVersions(process.versions.node, needed) < 0) {
    fail(
      `This needs Node ${needed} or newer and runs on ${process.versions.node}. Get one at https://nodejs.org.`,
    );
  }
}

function scriptOf(command) {
  const available = readdirSync(join(root, 'scripts'))
    .filter((file) => file.endsWith('.mts'))
    .map((file) => file.slice(0, -'.mts'.length));
  if (!available.includes(command)) {
    const problem = command === undefined ? 'No command given.' : `There is no command "${command}".`;
    fail(`${problem} The commands are: ${available.join(', ')}.`);
  }
  return join(root, 'scripts', `${command}.mts`);
}

/**
 * Compares what npm says it installed with the lock file, package by package. Times of change say nothing here: a
 * checkout renews the lock file's without changing it.
 */
function dependenciesAreCurrent() {
  const receipt = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(receipt)) return false;
  const installed = new Map(Object.entries(readJson(receipt).packages));
  const wanted = new Map(Object.entries(readJson(join(root, 'package-lock.json')).packages));
  wanted.delete('');
  for (const [path, { version, optional }] of wanted) {
    if (installed.get(path)?.version !== version && !(optional && !installed.has(path))) return false;
  }
  return [...installed.keys()].every((path) => wanted.has(path));
}

function npm(...args) {
  console.log(`npm ${args.join(' ')}`);
  const { status } = spawnSync('npm', [...args, '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: onWindows,
  });
  if (status !== 0) fail(`npm ${args[0]} failed. What it printed above says why.`);
}

function nodeVersionOf(binary) {
  if (!existsSync(binary)) return undefined;
  const { status, stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().slice(1) : undefined;
}

function runWithNode24(script, args) {
  const env = { ...process.env, PATH: [toolsFolder, process.env.PATH].join(delimiter) };
  const child = spawn(node24, [script, ...args], { cwd: root, env, stdio: 'inherit' });
  for (const signal of PASSED_ON) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${script} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function compareVersions(left, right) {
  const [a, b] = [left, right].map((version) => version.split('.').map(Number));
  const at = [0, 1, 2].find((part) => (a[part] ?? 0) !== (b[part] ?? 0)) ?? 0;
  return (a[at] ?? 0) - (b[at] ?? 0);
}

function majorOf(version) {
  return Number(version.split('.')[0]);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

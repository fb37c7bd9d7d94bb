import { homedir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod/v3';
import { projectPath } from '../../scripts/support/project.mts';
import { loadAsN8n, type LoadedPackage } from './loadedPackage';
import { PackedPackage } from './packedPackage';

const PACKING_MS = 60_000;

/** All that may be in the package. */
const SHIPPED = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/,
  /^dist\/core\/(index\.js|redis\.js|LICENSES\.txt)$/,
  /^dist\/core\/(.+\/)?[^/.]+\.d\.ts$/,
  /^dist\/nodes\/.+(?<!\.test)\.(js|svg|node\.json)$/,
  /^dist\/credentials\/.+(?<!\.test)\.(js|svg)$/,
];

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare'];

const codexSchema = z.object({ node: z.string(), categories: z.array(z.string()).min(1) });

let packed: PackedPackage;
let loaded: LoadedPackage;

beforeAll(async () => {
  packed = await PackedPackage.pack();
  loaded = await loadAsN8n(packed);
}, PACKING_MS);

afterAll(() => {
  packed.remove();
});

/** The packed files that an icon stands for. */
const iconFiles = (file: string, icon: { light: string; dark: string }) =>
  [icon.light, icon.dark].map((url) => path.posix.join(path.posix.dirname(file), url.replace(/^file:/, '')));

describe('the registered nodes and credentials', () => {
  it('are all in the tarball, load in n8n, and can run', () => {
    expect(packed.manifest.n8n.nodes.length).toBeGreaterThan(0);
    expect(loaded.nodes.map(({ file }) => file)).toEqual(packed.manifest.n8n.nodes);
    expect(loaded.credentials.map(({ file }) => file)).toEqual(packed.manifest.n8n.credentials);
    expect(loaded.nodes.filter(({ runs }) => !runs)).toEqual([]);
  });

  it('are all that is built: none was forgotten in package.json', () => {
    expect(packed.files.filter((file) => file.endsWith('.node.js'))).toEqual(
      packed.manifest.n8n.nodes.toSorted(),
    );
    expect(packed.files.filter((file) => file.endsWith('.credentials.js'))).toEqual(
      packed.manifest.n8n.credentials.toSorted(),
    );
  });

  it('have a light and a dark icon', () => {
    for (const { file, icon } of [...loaded.nodes, ...loaded.credentials]) {
      const files = iconFiles(file, icon);
      expect(packed.files).toEqual(expect.arrayContaining(files));
      for (const svg of files) expect(packed.read(svg)).toMatch(/^<svg[\s>]/);
    }
  });

  it('have a codex that names the node as n8n does', () => {
    for (const { file, name } of loaded.nodes) {
      const codex = codexSchema.parse(JSON.parse(packed.read(`${file}on`)));
      expect(codex.node).toBe(`${packed.manifest.name}.${name}`);
    }
  });

  it('ask only for credentials that the package brings', () => {
    const brought = loaded.credentials.map(({ name }) => name);
    for (const { credentials } of loaded.nodes) expect(brought).toEqual(expect.arrayContaining(credentials));
  });
});

describe('the tarball', () => {
  it('holds what a reader needs first', () => {
    expect(packed.files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']));
  });

  it('holds nothing but the build: no sources, tests or source maps', () => {
    expect(packed.files.filter((file) => !SHIPPED.some((pattern) => pattern.test(file)))).toEqual([]);
  });

  it('tells nothing of the machine it was built on', () => {
    const places = [projectPath(), `${homedir()}${path.sep}`];
    const telling = packed.files.filter((file) => places.some((place) => packed.read(file).includes(place)));
    expect(telling).toEqual([]);
  });

  it('brings no dependency and runs nothing when it is installed', () => {
    const { dependencies, optionalDependencies, bundleDependencies, peerDependencies, scripts } =
      packed.manifest;
    expect({ dependencies, optionalDependencies, bundleDependencies }).toEqual({
      dependencies: {},
      optionalDependencies: {},
      bundleDependencies: [],
    });
    expect(peerDependencies).toEqual({ '@n8n/ai-node-sdk': '*', 'n8n-workflow': '*' });
    expect(INSTALL_SCRIPTS.filter((name) => name in scripts)).toEqual([]);
  });
});

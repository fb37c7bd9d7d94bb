import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod/v3';
import { outputOf } from '../../scripts/support/command.mts';
import { projectPath } from '../../scripts/support/project.mts';
import { npm } from '../../scripts/support/tools.mts';

const manifestSchema = z.object({
  name: z.string(),
  engines: z.object({ node: z.string() }),
  n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
  scripts: z.record(z.string()).default({}),
  dependencies: z.record(z.string()).default({}),
  optionalDependencies: z.record(z.string()).default({}),
  bundleDependencies: z.array(z.string()).default([]),
  peerDependencies: z.record(z.string()).default({}),
});

/** What `npm pack` makes of the built package, as a tarball and unpacked, in a temporary folder. */
export class PackedPackage {
  /** Absolute path of the .tgz file. */
  readonly tarball: string;
  /** Absolute path of the folder it is unpacked in. */
  readonly folder: string;
  /** All its files, as paths relative to `folder` with forward slashes, sorted. */
  readonly files: readonly string[];
  readonly manifest: z.output<typeof manifestSchema>;
  readonly #scratch: string;

  private constructor(scratch: string, tarball: string, folder: string) {
    this.#scratch = scratch;
    this.tarball = tarball;
    this.folder = folder;
    this.files = filesBelow(folder);
    this.manifest = manifestSchema.parse(JSON.parse(this.read('package.json')));
  }

  static async pack(): Promise<PackedPackage> {
    const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'packed-package-')));
    await outputOf(npm(['pack', '--ignore-scripts', '--pack-destination', scratch], projectPath()));
    const [file] = readdirSync(scratch);
    if (file === undefined) throw new Error('npm pack made no tarball');
    const tarball = path.join(scratch, file);
    const folder = path.join(scratch, 'unpacked');
    mkdirSync(folder);
    await outputOf({ program: 'tar', args: ['-xzf', tarball, '-C', folder, '--strip-components=1'] });
    return new PackedPackage(scratch, tarball, folder);
  }

  /** The text of one of its files. */
  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  /** Makes an empty folder beside it. */
  makeFolder(name: string): string {
    const folder = path.join(this.#scratch, name);
    mkdirSync(folder);
    return folder;
  }

  remove(): void {
    rmSync(this.#scratch, { recursive: true, force: true, maxRetries: 3 });
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}

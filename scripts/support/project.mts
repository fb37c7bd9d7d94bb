import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v3';

const manifestSchema = z.object({
  name: z.string(),
  main: z.string(),
  n8n: z.object({ nodes: z.array(z.string()), credentials: z.array(z.string()) }),
});

/** What the scripts need of package.json. Paths in it are relative to the project's folder. */
export type Manifest = z.infer<typeof manifestSchema>;

/** Absolute path of something in this repository. Scripts and jest both run in its top folder. */
export function projectPath(...parts: string[]): string {
  return join(process.cwd(), ...parts);
}

export function readManifest(): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(projectPath('package.json'), 'utf8')));
}

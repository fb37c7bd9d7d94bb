import { z } from 'zod/v3';
import { outputOf } from '../../scripts/support/command.mts';
import { projectPath } from '../../scripts/support/project.mts';
import type { PackedPackage } from './packedPackage';

const iconSchema = z.object({
  light: z.string().startsWith('file:'),
  dark: z.string().startsWith('file:'),
});

const loadedSchema = z.object({
  nodes: z.array(
    z.object({
      file: z.string(),
      name: z.string(),
      icon: iconSchema,
      credentials: z.array(z.string()),
      runs: z.boolean(),
    }),
  ),
  credentials: z.array(z.object({ file: z.string(), name: z.string(), icon: iconSchema })),
});

export type LoadedPackage = z.output<typeof loadedSchema>;

/** What n8n learns of a package's nodes and credentials when it loads them. */
export async function loadAsN8n({ folder }: PackedPackage): Promise<LoadedPackage> {
  const printed = await outputOf({
    program: process.execPath,
    args: [projectPath('test', 'package', 'loadAsN8n.cjs'), folder],
    env: { ...process.env, NODE_PATH: projectPath('node_modules') },
  });
  return loadedSchema.parse(JSON.parse(printed));
}

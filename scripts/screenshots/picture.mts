import { projectPath } from '../support/project.mts';

/** Absolute path of a picture of the docs. */
export function picture(name: string): string {
  return projectPath('docs', 'images', `${name}.png`);
}

import type { INodeExecutionData } from 'n8n-workflow';

/** The fields of an item that hold an image, by their names. */
export function imageFields({ binary = {} }: Pick<INodeExecutionData, 'binary'>): string[] {
  return Object.entries(binary)
    .filter(([, { mimeType }]) => mimeType.startsWith('image/'))
    .map(([field]) => field);
}

import { NodeOperationError, type IBinaryData, type IExecuteFunctions } from 'n8n-workflow';

/** As the agent has it. */
const MOST_IMAGES = 20;
const LARGEST_IMAGE_BYTES = 20 * 1024 * 1024;

/**
 * The images among the binary data of an item, as `data:` URLs, in the order of its fields.
 *
 * @throws {NodeOperationError} for more than 20 images, or one of more than 20 MB
 */
export async function binaryImages(context: IExecuteFunctions, itemIndex: number): Promise<string[]> {
  const images = Object.entries(context.getInputData()[itemIndex]?.binary ?? {}).filter(isImage);
  if (images.length > MOST_IMAGES) {
    throw refusal(context, itemIndex, {
      message: `The item has ${String(images.length)} images, and a model is shown at most ${String(MOST_IMAGES)}`,
      description: 'Remove some with an Edit Fields node, or switch the passing on of images off.',
    });
  }
  const urls: string[] = [];
  // One after the other: twenty at once could take as much memory as n8n has.
  for (const [field, { mimeType, bytes }] of images) {
    refuseTooLarge(context, itemIndex, { field, size: bytes ?? 0 });
    const buffer = await context.helpers.getBinaryDataBuffer(itemIndex, field);
    refuseTooLarge(context, itemIndex, { field, size: buffer.length });
    urls.push(`data:${mimeType};base64,${buffer.toString('base64')}`);
  }
  return urls;
}

function isImage([, { mimeType }]: [string, IBinaryData]): boolean {
  return mimeType.startsWith('image/');
}

interface Sized {
  readonly field: string;
  /** In bytes. */
  readonly size: number;
}

function refuseTooLarge(context: IExecuteFunctions, itemIndex: number, { field, size }: Sized): void {
  if (size <= LARGEST_IMAGE_BYTES) return;
  const megabytes = (size / 1024 / 1024).toFixed(1);
  throw refusal(context, itemIndex, {
    message: `The image in "${field.slice(0, 60)}" has ${megabytes} MB, and may have 20 MB at most`,
    description: 'Make it smaller with an Edit Image node, or switch the passing on of images off.',
  });
}

function refusal(
  context: IExecuteFunctions,
  itemIndex: number,
  { message, description }: { readonly message: string; readonly description: string },
): NodeOperationError {
  return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}

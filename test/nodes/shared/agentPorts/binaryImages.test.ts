import { describe, expect, it } from '@jest/globals';
import { binaryImages } from '../../../../nodes/shared/agentPorts/binaryImages';
import { nodeContext } from '../../../support/nodeContext';

const MEGABYTE = 1024 * 1024;

/** An item with binary data whose contents are as long as told; files are read from n8n's store of binaries. */
function contextWith(binary: Readonly<Record<string, { mimeType: string; length: number; bytes?: number }>>) {
  const read: string[] = [];
  const fields = Object.entries(binary).map(([field, { mimeType, bytes }]) => [
    field,
    { mimeType, bytes, data: '' },
  ]);
  const context = Object.assign(
    nodeContext({ items: [{ json: {} }, { json: {}, binary: Object.fromEntries(fields) as never }] }),
    {
      helpers: {
        getBinaryDataBuffer: (itemIndex: number, field: string) => {
          read.push(`${String(itemIndex)}:${field}`);
          return Promise.resolve(Buffer.alloc(binary[field]?.length ?? 0, 'a'));
        },
      },
    },
  );
  return { context, read };
}

const image = (length: number, bytes?: number) => ({
  mimeType: 'image/png',
  length,
  ...(bytes ? { bytes } : {}),
});

describe('the images of an item', () => {
  it('are what is an image, in order', async () => {
    const { context, read } = contextWith({
      b: image(3),
      text: { mimeType: 'text/plain', length: 3 },
      a: { mimeType: 'image/jpeg', length: 3 },
    });
    expect(await binaryImages(context, 1)).toEqual([
      'data:image/png;base64,YWFh',
      'data:image/jpeg;base64,YWFh',
    ]);
    expect(read).toEqual(['1:b', '1:a']);
    expect(await binaryImages(context, 0)).toEqual([]);
  });

  it('are refused when there are more than 20', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 21 }, (_, index) => [`image${String(index)}`, image(1)]),
    );
    const { context, read } = contextWith(many);
    await expect(binaryImages(context, 1)).rejects.toMatchObject({
      message: 'The item has 21 images, and a model is shown at most 20',
      context: { itemIndex: 1 },
    });
    expect(read).toEqual([]);
  });

  it('are refused when one is larger than 20 MB, before it is read where its size is known', async () => {
    const known = contextWith({ scan: image(1, 21 * MEGABYTE) });
    const message = 'The image in "scan" has 21.0 MB, and may have 20 MB at most';
    await expect(binaryImages(known.context, 1)).rejects.toThrow(message);
    expect(known.read).toEqual([]);
    const unknown = contextWith({ scan: image(21 * MEGABYTE) });
    await expect(binaryImages(unknown.context, 1)).rejects.toThrow(message);
  });
});

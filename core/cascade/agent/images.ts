import { InvalidParameterError } from '../../errors/invalidParameterError';
import type { ChatMessage, ContentPart } from '../../models/chatModel';

const MOST_IMAGES = 20;
const LARGEST_IMAGE_BYTES = 20_000_000;

const LONGEST_MEDIA_TYPE = 100;
const IMAGE_TYPE = /^image\/[\w.+-]{1,80}$/i;

/**
 * A user's message of a text and images, which follow it in their order.
 *
 * @param images `https:` URLs, or `data:` URLs of an image of at most 20 MB
 * @throws {InvalidParameterError} that names the image and what is wrong with it
 */
export function userMessage(
  query: string | readonly ContentPart[],
  images: readonly string[] = [],
): ChatMessage {
  if (typeof query === 'string' && images.length === 0) return { role: 'user', content: query };
  const said: readonly ContentPart[] = typeof query === 'string' ? [{ type: 'text', text: query }] : query;
  const content = [...said, ...images.map((url): ContentPart => ({ type: 'image', url }))];
  const shown = content.flatMap((part) => (part.type === 'image' ? [part.url] : []));
  if (shown.length > MOST_IMAGES)
    throw new InvalidParameterError('images', shown, `a list of at most ${String(MOST_IMAGES)} images`);
  for (const [index, url] of shown.entries()) checkImage(`images.${String(index)}`, url);
  return { role: 'user', content };
}

function checkImage(parameter: string, url: string): void {
  if (/^https:\/\/\S/i.test(url)) return;
  const inline = inlineImage(url);
  if (!inline)
    throw new InvalidParameterError(parameter, url, 'an https: URL, or a data: URL with an image/... type');
  if (inline.bytes > LARGEST_IMAGE_BYTES)
    throw new InvalidParameterError(
      parameter,
      url,
      `an image of at most ${megabytes(LARGEST_IMAGE_BYTES)} (it has ${megabytes(inline.bytes)})`,
    );
}

/** A `data:` URL that holds an image, and how many bytes that has. */
function inlineImage(url: string): { bytes: number } | undefined {
  const comma = url.slice(0, LONGEST_MEDIA_TYPE).indexOf(',');
  if (!/^data:/i.test(url) || comma < 0) return undefined;
  const [type = '', ...options] = url.slice('data:'.length, comma).split(';');
  const length = url.length - comma - 1;
  if (!IMAGE_TYPE.test(type) || length === 0) return undefined;
  return { bytes: options.at(-1)?.toLowerCase() === 'base64' ? Math.floor((length * 3) / 4) : length };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
}

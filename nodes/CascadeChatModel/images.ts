import { asRecord, isRecord } from '../shared/shape';

/** What is used of the chat model that n8n's SDK makes of ours (`LangchainChatModelAdapter`, 0.30). */
interface Adapter {
  _generate(messages: readonly unknown[], ...rest: unknown[]): unknown;
  _streamResponseChunks(messages: readonly unknown[], ...rest: unknown[]): unknown;
  bindTools(...given: unknown[]): unknown;
}

/**
 * Lets a model of n8n's SDK see images: the SDK drops those in OpenAI's form (`image_url`), which n8n's own agents and
 * chains send, without a word. A model that is made another way is left as it is.
 */
export function withImages(model: unknown): unknown {
  if (!isAdapter(model)) return model;
  const generate = model._generate.bind(model);
  const streamChunks = model._streamResponseChunks.bind(model);
  const bindTools = model.bindTools.bind(model);
  return Object.assign(model, {
    _generate: (messages: readonly unknown[], ...rest: unknown[]) =>
      generate(messages.map(readable), ...rest),
    _streamResponseChunks: (messages: readonly unknown[], ...rest: unknown[]) =>
      streamChunks(messages.map(readable), ...rest),
    bindTools: (...given: unknown[]) => withImages(bindTools(...given)),
  } satisfies Adapter);
}

function isAdapter(model: unknown): model is Adapter {
  const { _generate, _streamResponseChunks, bindTools } = asRecord(model);
  return [_generate, _streamResponseChunks, bindTools].every((method) => typeof method === 'function');
}

/** The same message with its images in the form that the SDK passes on. */
function readable(message: unknown): unknown {
  if (!isRecord(message) || !Array.isArray(message['content'])) return message;
  const content = message['content'].map(readablePart);
  return Object.assign(Object.create(Object.getPrototypeOf(message) as object | null) as object, message, {
    content,
  });
}

function readablePart(part: unknown): unknown {
  const { type, image_url: image } = asRecord(part);
  if (type !== 'image_url') return part;
  return { type: 'image', url: typeof image === 'string' ? image : asRecord(image)['url'] };
}

import { describe, expect, it } from '@jest/globals';
import { NodeOperationError } from 'n8n-workflow';
import { z } from 'zod/v3';
import { asError } from '../../../../core';
import { connectedParser } from '../../../../nodes/shared/agentPorts/connectedParser';
import { nodeNamed } from '../../../support/nodeContext';
import { supplying } from './support/supplying';

type Mapped = (fault: unknown) => unknown;

/** As n8n's structured parser: it wants the answer in `output`, and hides what is wrong unless it is told not to. */
function structured(schema: z.ZodTypeAny) {
  const wrapper = z.object({ output: schema });
  return {
    getFormatInstructions: () => 'Answer in JSON.',
    getSchema: () => wrapper,
    parse: async (text: string, _: undefined, map?: Mapped): Promise<unknown> => {
      const fenced = /```json\n([^]*)\n```/.exec(text)?.[1] ?? text;
      return await Promise.resolve()
        .then(() => wrapper.parse(JSON.parse(fenced)))
        .catch((error: unknown) => {
          throw asError(map?.(error) ?? "Model output doesn't fit required format");
        });
    },
  };
}

const city = structured(z.object({ city: z.string(), size: z.enum(['small', 'large']) }));

async function connected(given: unknown) {
  const parser = await connectedParser(supplying({ ai_outputParser: given }), 0);
  if (!parser) throw new Error('No parser was found');
  return parser;
}

describe('a structured parser', () => {
  it('says what it wants', async () => {
    expect((await connected(city)).instructions).toBe('Answer in JSON.');
  });

  it.each([
    '{"output":{"city":"Paris","size":"large"}}',
    '{"city":"Paris","size":"large"}',
    '```json\n{"output":{"city":"Paris","size":"large"}}\n```',
    '```json\n{"city":"Paris","size":"large"}\n```',
  ])('gives what the model meant by %j', async (text) => {
    expect(await (await connected(city)).parse(text)).toEqual({ city: 'Paris', size: 'large' });
  });

  it('may want a list', async () => {
    expect(await (await connected(structured(z.array(z.number())))).parse('[1,2]')).toEqual([1, 2]);
  });

  it.each([
    ['{"city":"Paris"}', 'output.size: Required'],
    ['{"city":1,"size":"large"}', 'output.city: Expected string, received number'],
    ['{"city":"Paris","size":"my secret"}', "output.size: Invalid enum value. Expected 'small' | 'large'"],
    ['Paris is large', 'It is not valid JSON'],
  ])('says what is wrong with %j, and quotes nothing of it', async (text, message) => {
    await expect((await connected(city)).parse(text)).rejects.toThrow(new Error(message));
  });
});

describe('another parser', () => {
  const lines = {
    getFormatInstructions: () => 'One a line.',
    getSchema: () => undefined,
    parse: (text: string) => Promise.resolve(text.split('\n')),
  };

  it('is given the text as it is', async () => {
    expect(await (await connected(lines)).parse('{"a":1}\n5')).toEqual(['{"a":1}', '5']);
  });

  it('tells the reason that n8n adds to its errors', async () => {
    const error = new NodeOperationError(nodeNamed('Parser'), "Model output doesn't fit required format");
    Object.assign(error.context, { outputParserFailReason: 'Invalid JSON in model output' });
    const failing = { ...lines, parse: () => Promise.reject(error) };
    await expect((await connected(failing)).parse('x')).rejects.toThrow(
      "Model output doesn't fit required format: Invalid JSON in model output",
    );
  });

  it('keeps the error that it has', async () => {
    const failing = { ...lines, parse: () => Promise.reject(new Error('Expected 3 items')) };
    await expect((await connected(failing)).parse('x')).rejects.toThrow('Expected 3 items');
  });

  it('need not be connected', async () => {
    expect(await connectedParser(supplying({}), 0)).toBeUndefined();
  });

  it('is refused when it is none', async () => {
    await expect(connected({ parse: 1 })).rejects.toThrow('The connected sub-node is not an output parser');
  });
});

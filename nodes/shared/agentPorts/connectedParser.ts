import { NodeConnectionTypes } from 'n8n-workflow';
import type { OutputParser } from '../../../core';
import type { ModelContext } from '../modelContext';
import { outcomeOf } from '../outcome';
import { isRecord, recordIn } from '../shape';
import { parserFault } from './parserFault';
import { supplied } from './supplied';

/** What is used of a parser of n8n. Its class belongs to n8n, so it is known by its shape alone. */
interface SuppliedParser {
  /** @param asIs turns the fault that was found into the error that is thrown */
  parse(text: string, callbacks: undefined, asIs: (fault: unknown) => unknown): Promise<unknown>;
  getFormatInstructions(): string;
  getSchema?(): unknown;
}

/** n8n's structured parsers want the answer in a field of this name, and give it back in one. */
const WRAPPER = 'output';
const FENCED = /^\s*```(?:json)?\s*\n([^]*)\n\s*```\s*$/;

/**
 * The connected output parser; undefined without one. As n8n's own agents do, it wraps an answer that the model has not
 * wrapped, and unwraps what the parser makes of it.
 *
 * @throws {TypeError} when the sub-node supplies something else
 * @throws what the sub-node throws while it sets up its parser
 */
export async function connectedParser(
  context: ModelContext,
  itemIndex: number,
): Promise<OutputParser | undefined> {
  const [parser] = await supplied(context, NodeConnectionTypes.AiOutputParser, itemIndex);
  if (parser === undefined) return undefined;
  if (!isParser(parser)) throw new TypeError('The connected sub-node is not an output parser');
  const wantsWrapper = isWrapped(recordIn(schemaOf(parser), 'shape'));
  return {
    instructions: parser.getFormatInstructions(),
    parse: async (text) => {
      const parsed = await parser
        .parse(wantsWrapper ? wrapped(text) : text, undefined, (fault) => fault)
        .catch((error: unknown) => {
          throw parserFault(error);
        });
      return isWrapped(parsed) ? parsed[WRAPPER] : parsed;
    },
  };
}

/** What is no JSON is left to the parser, which may mend it. */
function wrapped(text: string): string {
  const json = FENCED.exec(text)?.[1] ?? text;
  const value = outcomeOf((): unknown => JSON.parse(json));
  return value.done && !isWrapped(value.result) ? JSON.stringify({ [WRAPPER]: value.result }) : text;
}

function isWrapped(value: unknown): value is Record<typeof WRAPPER, unknown> {
  return isRecord(value) && Object.keys(value).join() === WRAPPER;
}

function schemaOf(parser: SuppliedParser): Record<string, unknown> {
  const schema = parser.getSchema?.();
  return isRecord(schema) ? schema : {};
}

function isParser(value: unknown): value is SuppliedParser {
  return (
    isRecord(value) &&
    typeof value['parse'] === 'function' &&
    typeof value['getFormatInstructions'] === 'function'
  );
}

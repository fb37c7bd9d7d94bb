import type { ToolCall, ToolDefinition } from '../../../models/chatModel';
import { asError } from '../../../errors/asError';
import { quoted, shorten } from '../shorten';
import type { AgentTool } from './agentTool';
import { argumentsCheck, type ArgumentsCheck } from './argumentsCheck';
import type { CheckedCall } from './checkedCall';
import { readArguments } from './readArguments';

/** A tool as far as its calls are checked: who only checks them need not be able to run it. */
export interface DescribedTool {
  readonly definition: ToolDefinition;
}

interface Entry<Tool> {
  readonly tool: Tool;
  readonly check: ArgumentsCheck;
}

const LONGEST_LIST_OF_NAMES = 200;

/** The tools of a run, by the names under which models call them. */
export class Toolbox<Tool extends DescribedTool = AgentTool> {
  readonly definitions: readonly ToolDefinition[];
  readonly #entries: ReadonlyMap<string, Entry<Tool>>;

  constructor(tools: readonly Tool[]) {
    this.definitions = tools.map(({ definition }) => definition);
    this.#entries = new Map(
      tools.map((tool) => [
        tool.definition.name,
        { tool, check: argumentsCheck(tool.definition.parameters) },
      ]),
    );
  }

  /** The tools whose arguments can only be read, not checked, and what is wrong with their schemas. */
  get unchecked(): { readonly name: string; readonly schemaFault: string }[] {
    return [...this.#entries].flatMap(([name, { check }]) =>
      check.usable ? [] : [{ name, schemaFault: check.schemaFault }],
    );
  }

  /** Says what is wrong with the first call that is, or nothing. */
  faultIn(calls: readonly ToolCall[]): string | undefined {
    for (const call of calls) {
      const checked = this.check(call);
      if (!checked.valid) return checked.fault;
    }
    return undefined;
  }

  check(call: ToolCall): CheckedCall<Tool> {
    const read = readArguments(call.arguments);
    const args = read.readable ? read.args : call.arguments;
    const entry = this.#entries.get(call.name);
    if (!entry) return { valid: false, call, args, fault: this.#noSuchTool(call.name) };
    const fault = read.readable ? misfit(entry.check, args) : read.fault;
    return fault === undefined
      ? { valid: true, call, args, tool: entry.tool }
      : { valid: false, call, args, fault: `the arguments of ${quoted(call.name)} ${fault}` };
  }

  #noSuchTool(name: string): string {
    const names = [...this.#entries.keys()].join(', ');
    const known = names === '' ? 'there is none' : `there is ${shorten(names, LONGEST_LIST_OF_NAMES)}`;
    return `there is no tool ${quoted(name)} (${known})`;
  }
}

/** Arguments may be nested too deeply to be followed. */
function misfit(check: ArgumentsCheck, args: unknown): string | undefined {
  if (!check.usable) return undefined;
  try {
    const fault = check.faultOf(args);
    return fault && `do not fit its schema: ${fault}`;
  } catch (cause) {
    return `cannot be checked: ${shorten(asError(cause).message, 100)}`;
  }
}

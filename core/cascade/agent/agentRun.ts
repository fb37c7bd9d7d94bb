import type { ChatReply, ToolCall } from '../../models/chatModel';
import { handOver } from '../engine/handOver';
import type { CascadeReport } from '../engine/report';
import type { AgentResult } from './agentResult';
import { Allowance } from './allowance';
import { Conversation } from './conversation';
import { parsingsOf, type ParsedText, type Parsing } from './outputParser';
import type { ReadAgentOptions } from './readAgentOptions';
import type { RunRecord } from './runRecord';
import { quoted, shorten } from './shorten';
import { LoopBreaker, MOST_REPEATS } from './tools/loopBreaker';
import { runCalls } from './tools/runCalls';
import { Toolbox } from './tools/toolbox';

const LONGEST_FAULT = 200;

/** A reply, and the report on all turns that led to it. */
interface Answered {
  readonly reply: ChatReply;
  readonly cascade: CascadeReport;
}

/** One run: asks the cascade, runs the tools that it calls, and asks again, until it answers in words. */
export class AgentRun {
  readonly #options: ReadAgentOptions;
  readonly #record: RunRecord;
  readonly #allowance: Allowance;
  readonly #toolbox: Toolbox;
  readonly #conversation: Conversation;
  readonly #parsing: ((text: string) => Promise<Parsing>) | undefined;
  readonly #loops = new LoopBreaker();
  /** Why drafts will not do any more, for the rest of the run. */
  readonly #verifyBecause = new Set<string>();

  constructor(options: ReadAgentOptions, record: RunRecord) {
    this.#options = options;
    this.#record = record;
    this.#allowance = new Allowance(options.limits, record);
    this.#toolbox = new Toolbox(options.tools);
    this.#conversation = new Conversation(options);
    this.#parsing =
      options.parser &&
      parsingsOf(options.parser, { ...options, leftMs: () => this.#allowance.millisecondsLeft });
  }

  async answer(): Promise<AgentResult> {
    for (const { name, schemaFault } of this.#toolbox.unchecked)
      this.#record.note(name, `its arguments are not checked, because its schema is invalid: ${schemaFault}`);
    for (let iteration = 1; ; iteration++) {
      const answered = await this.#ask();
      if (answered.reply.toolCalls.length === 0) return await this.#finish(answered);
      if (iteration === this.#options.maxIterations) throw this.#tooManyIterations();
      this.#allowance.requireSome();
      await this.#runTools(answered.reply, iteration);
    }
  }

  async #ask(): Promise<Answered> {
    const { turns, query, signal, traffic, watch, onText, onAttempt } = this.#options;
    const { definitions } = this.#toolbox;
    const limits = this.#allowance.forNextTurn();
    this.#record.beginTurn();
    const turn = await turns.complete({
      ...limits,
      messages: this.#conversation.messages,
      query,
      tools: definitions.length > 0 ? definitions : undefined,
      verifyBecause: this.#verifyBecause.size > 0 ? [...this.#verifyBecause].join('; ') : undefined,
      faultOf: this.#parsing || definitions.length > 0 ? (draft) => this.#faultOf(draft) : undefined,
      onText: this.#parsing ? undefined : onText,
      onAttempt: (attempt) => {
        this.#record.addAttempt(attempt);
        onAttempt?.(attempt);
      },
      traffic,
      watch,
      signal,
    });
    return { reply: turn.reply, cascade: this.#record.addTurn(turn) };
  }

  /** What is wrong with a draft beyond its quality: a stronger model is asked then, before anything is run. */
  async #faultOf({ text, toolCalls }: ChatReply): Promise<string | undefined> {
    if (toolCalls.length > 0) return this.#faultInCalls(toolCalls);
    const parsing = await this.#parsing?.(text);
    if (!parsing || parsing.fits) return undefined;
    return `the draft does not fit the output parser: ${shorten(parsing.error.message, LONGEST_FAULT)}`;
  }

  #faultInCalls(calls: readonly ToolCall[]): string | undefined {
    const repeated = this.#loops.repeated(calls);
    if (repeated) return `the draft calls ${quoted(repeated.name)} with the same arguments again and again`;
    const fault = this.#toolbox.faultIn(calls);
    return fault && `the draft calls a tool wrongly: ${fault}`;
  }

  async #runTools(reply: ChatReply, iteration: number): Promise<void> {
    const repeated = this.#loops.repeated(reply.toolCalls);
    if (repeated) throw this.#goesInCircles(repeated.name);
    this.#loops.note(reply.toolCalls);
    const { clock, signal, onStep, maxToolResultLength } = this.#options;
    const calls = this.#conversation.addCalls(reply).map((call) => this.#toolbox.check(call));
    const steps = await runCalls(calls, {
      iteration,
      leftMs: () => this.#allowance.millisecondsLeft,
      maxResultLength: maxToolResultLength,
      clock,
      signal,
    });
    this.#conversation.addResults(steps);
    for (const checked of calls) {
      if (checked.valid && checked.tool.verifyAfter)
        this.#verifyBecause.add(`the answer rests on ${checked.call.name}`);
    }
    for (const step of steps) this.#record.addStep(step);
    for (const step of steps) await onStep?.(step);
  }

  /** An answer that does not fit the parser may be mended once, by the verifier. */
  async #finish(answered: Answered): Promise<AgentResult> {
    const { text } = answered.reply;
    const parsing = await this.#parsing?.(text);
    if (!parsing || parsing.fits) return await this.#result(answered, parsing);
    this.#conversation.askToMend(text, shorten(parsing.error.message, LONGEST_FAULT));
    this.#verifyBecause.add('an answer did not fit the output parser');
    const mended = await this.#ask();
    const again = await this.#parsing?.(mended.reply.text);
    if (again?.fits) return await this.#result(mended, again);
    throw this.#notParsed(again?.error ?? parsing.error);
  }

  async #result({ reply, cascade }: Answered, parsing?: ParsedText): Promise<AgentResult> {
    const { text: output } = reply;
    const { steps, trace } = this.#record;
    this.#conversation.addAnswer(output);
    if (parsing) await this.#give(output);
    const parsed = parsing ? { parsed: parsing.parsed } : {};
    return { output, ...parsed, cascade, trace, steps, messages: this.#conversation.remembered };
  }

  async #give(output: string): Promise<void> {
    const { clock, signal, onText } = this.#options;
    const limit = { clock, signal, timeoutMs: Math.max(1, this.#allowance.millisecondsLeft) };
    if (onText) await handOver(limit, () => onText(output));
  }

  #tooManyIterations(): Error {
    const { maxIterations } = this.#options;
    const turns = maxIterations === 1 ? '1 turn' : `${String(maxIterations)} turns`;
    return this.#record.stopped(`The run had no answer after ${turns}: the model still calls tools`, {
      code: 'MAX_ITERATIONS',
      hint: 'Raise the number of iterations, or give the models fewer and clearer tools.',
    });
  }

  #goesInCircles(tool: string): Error {
    const times = String(MOST_REPEATS);
    return this.#record.stopped(
      `The tool ${quoted(tool)} was called ${times} times in a row with the same arguments`,
      {
        code: 'TOOL_LOOP',
        hint: 'What the tool returns does not tell the model that it is done. Let it say so.',
      },
    );
  }

  #notParsed(cause: Error): Error {
    const fault = shorten(cause.message, LONGEST_FAULT);
    return this.#record.stopped(`The answer does not fit the output parser: ${fault}`, {
      code: 'OUTPUT_NOT_PARSED',
      hint: 'Ask for less in the schema, or choose a stronger last model.',
      cause,
    });
  }
}

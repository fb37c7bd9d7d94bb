import type { INodeParameters } from 'n8n-workflow';
import { z } from 'zod/v3';

export const QUERY = 'What is the capital of Australia?';

/** What every model says: a draft that is accepted. */
export const ANSWER = 'The capital of Australia is Canberra.';

/** A node with chat models below it that answers the queries a webhook receives. */
export interface Contestant {
  readonly name: string;
  /** Of its webhook. */
  readonly path: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly parameters: INodeParameters;
  /** By the index of the input that each is connected to. */
  readonly models: readonly string[];
  /** What it has to answer. */
  readonly answer: z.ZodType<unknown>;
}

export const cascade: Contestant = {
  name: 'Cascade Agent',
  path: 'bench-cascade',
  type: 'n8n-nodes-cascadeflow.cascadeAgent',
  typeVersion: 1,
  parameters: {
    promptType: 'define',
    text: '={{ $json.body.query }}',
    numberOfModels: 2,
    preset: 'balanced',
    options: {},
  },
  models: ['gpt-4o-mini', 'gpt-4o'],
  answer: z.object({
    output: z.literal(ANSWER),
    cascade: z.object({ modelUsed: z.literal('gpt-4o-mini'), escalated: z.literal(false) }),
  }),
};

/** n8n's own simplest way to ask a model. */
export const chain: Contestant = {
  name: 'Basic LLM Chain',
  path: 'bench-chain',
  type: '@n8n/n8n-nodes-langchain.chainLlm',
  typeVersion: 1.9,
  parameters: { promptType: 'define', text: '={{ $json.body.query }}' },
  models: ['gpt-4o-mini'],
  answer: z.object({ text: z.literal(ANSWER) }),
};

import type { Reply, Responder } from '../modelServer/behaviour.mts';
import { lastTextOf, textOf } from '../modelServer/request.mts';
import type { CannedAnswer, Question } from './questions.mts';

/** English prose has about four characters a token in OpenAI's encodings. */
const CHARACTERS_PER_TOKEN = 4;
/** Of the chat format, for each request: https://cookbook.openai.com/examples/how_to_count_tokens_with_tiktoken */
const TOKENS_PER_REQUEST = 7;

const OFF_SCRIPT: CannedAnswer = {
  text: 'This is a canned answer: the demo model server only knows the ten queries of the demo. Set OPENAI_API_KEY for real models.',
  finishReason: 'stop',
};

/** Lets two canned models answer the questions: the drafter with the draft, any other model with the verified answer. */
export function cannedModels(questions: readonly Question[], drafter: string): Responder {
  return ({ body }) => {
    const asked = lastTextOf('user', body);
    const question = questions.find(({ query }) => asked.includes(query));
    const answer = (body.model === drafter ? question?.draft : question?.verified) ?? OFF_SCRIPT;
    return replyWith(answer, body.messages.map(textOf).join(''));
  };
}

function replyWith({ text, finishReason }: CannedAnswer, prompt: string): Reply {
  const usage = { inputTokens: tokensIn(prompt) + TOKENS_PER_REQUEST, outputTokens: tokensIn(text) };
  return { kind: 'reply', text, finishReason, usage };
}

function tokensIn(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

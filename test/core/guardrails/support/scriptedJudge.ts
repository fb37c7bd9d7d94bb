import { z } from 'zod/v3';
import { textOf, type ChatReply, type ChatRequest } from '../../../../core/models/chatModel';
import { ScriptedModel } from '../../../support/scriptedModel';

const MARKED = /^<text id="(?<id>[^"]+)">\n(?<text>[^]*)\n<\/text id="\k<id>">\n/;
const marks = z.object({ id: z.string(), text: z.string() });

/** What a judge was given: the id of the question, and the text between the marks. */
export type Given = z.infer<typeof marks>;

/** @throws {ZodError} when the request is not what a judge is given */
export function givenIn(request: ChatRequest): Given {
  const user = request.messages.find(({ role }) => role === 'user');
  return marks.parse(MARKED.exec(textOf(user?.content ?? ''))?.groups);
}

/** A judge whose words are made of what it is given. */
export function judgeSaying(words: (given: Given) => string, more: Partial<ChatReply> = {}): ScriptedModel {
  return new ScriptedModel((request) =>
    Promise.resolve({ text: words(givenIn(request)), toolCalls: [], finishReason: 'stop', ...more }),
  );
}

/** A judge that answers as it should. */
export function judgeThinking(verdict: (text: string) => object): ScriptedModel {
  return judgeSaying(({ id, text }) => JSON.stringify({ id, ...verdict(text) }));
}

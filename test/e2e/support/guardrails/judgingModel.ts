import { lastTextOf } from '../../../../scripts/modelServer/request.mts';
import { ModelServer } from '../../../../scripts/modelServer/server.mts';

/** What the text to be judged says when the judge is to fail. */
export const SERVER_ERROR = 'the judge has a fault';
export const NO_VERDICT = 'the judge says something else';

const MARKED = /^<text id="([^"]+)">\n([^]*)\n<\/text id="\1">\n/;
const CATEGORIES = ['hate', 'harassment', 'self-harm', 'sexual', 'sexual/minors', 'violence'];

/** A model that judges texts: those with `word` in them are violations. */
export function startJudgingModel(word: string): Promise<ModelServer> {
  return ModelServer.start(({ body }) => {
    const [, id = '', text = ''] = MARKED.exec(lastTextOf('user', body)) ?? [];
    if (text.includes(SERVER_ERROR)) return { kind: 'error', status: 400, message: 'Not today' };
    if (text.includes(NO_VERDICT)) return { kind: 'reply', text: 'What a lovely text!' };
    const flagged = text.includes(word);
    const confidence = flagged ? 0.9 : 0.1;
    const scores = Object.fromEntries(CATEGORIES.map((category) => [category, confidence]));
    const asksForScores = lastTextOf('system', body).includes('"sexual/minors"');
    return {
      kind: 'reply',
      text: JSON.stringify({ id, ...(asksForScores ? scores : { flagged, confidence }) }),
    };
  });
}

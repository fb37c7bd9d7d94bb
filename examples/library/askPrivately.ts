import { finderOf, redact, RedactionMap, restore } from 'n8n-nodes-cascadeflow';

const finder = finderOf([{ guardrail: 'pii' }, { guardrail: 'secrets' }]);

/**
 * Asks a model that never sees personal data or secret keys: it is given placeholders, and the values come back into
 * its answer.
 *
 * @param map of the conversation, in which a value keeps its placeholder; store it as JSON between messages
 */
export async function askPrivately(
  question: string,
  ask: (question: string) => Promise<string>,
  map = new RedactionMap(),
): Promise<string> {
  const { text } = redact(question, finder.find(question), { style: 'reversible', map });
  return restore(await ask(text), map);
}

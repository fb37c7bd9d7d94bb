import { z } from 'zod/v3';
import { readParameter } from '../../../errors/invalidParameterError';

const MOST_KEYWORDS = 10_000;
const LONGEST_KEYWORD = 200;

const keywordSaying = `a text of at most ${String(LONGEST_KEYWORD)} characters`;
const listSaying = `a list of at most ${String(MOST_KEYWORDS)} keywords, or a text with commas between them`;

const keyword = z
  .string({ invalid_type_error: keywordSaying, required_error: keywordSaying })
  .max(LONGEST_KEYWORD, keywordSaying);

const keywords = z
  .array(keyword, { invalid_type_error: listSaying, required_error: listSaying })
  .max(MOST_KEYWORDS, listSaying);

/**
 * Keywords as users give them: a list, or one text with commas or line breaks between them. Blanks around them and marks that end
 * a sentence are dropped, and what is left empty is too.
 *
 * @throws {InvalidParameterError}
 */
export function readKeywords(given: unknown): readonly string[] {
  // Split before it is read, so that an error can quote the keyword that it is about.
  return readParameter('keywords', typeof given === 'string' ? given.split(/[,\n]/) : given, keywords)
    .map((written) => written.replace(/[.,!?;:\s]+$/, '').trim())
    .filter((written) => written !== '');
}

import { asError } from '../../../core';
import { listIn } from '../connectedModels/reply';
import { asRecord, recordIn, stringIn } from '../shape';

const MOST_ISSUES = 5;
const LONGEST_ISSUE = 120;

/**
 * What an output parser found wrong, in words that help a model to mend it: the fields and what they should be, rather
 * than "Model output doesn't fit required format". It quotes nothing of the answer, which the errors behind it do.
 */
export function parserFault(thrown: unknown): Error {
  const error = asError(thrown);
  if (error instanceof SyntaxError) return new Error('It is not valid JSON');
  const issues = listIn(asRecord(thrown), 'issues').map(asRecord).slice(0, MOST_ISSUES).map(issueInWords);
  if (issues.length > 0) return new Error(issues.join('; '));
  const reason = stringIn(recordIn(asRecord(thrown), 'context'), 'outputParserFailReason');
  return reason === undefined ? error : new Error(`${error.message}: ${reason}`, { cause: error });
}

/** Zod ends what it says about an enumeration with what was given. */
function issueInWords(issue: Record<string, unknown>): string {
  const path = listIn(issue, 'path').map(String).join('.');
  const [message = ''] = (stringIn(issue, 'message') ?? 'Invalid').split(", received '");
  return (path === '' ? message : `${path}: ${message}`).slice(0, LONGEST_ISSUE);
}

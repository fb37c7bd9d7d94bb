import type { TextView } from '../../text/textView';
import type { Candidate, EntityDetector } from '../entityDetector';
import { domainAt } from './email/domain';
import { localPartBefore } from './email/localPart';
import { separatorsIn } from './email/separators';

/** E-mail addresses, also those that are hidden from collectors: `jane [at] example [dot] com`. */
export const emailDetector: EntityDetector<'email'> = { type: 'email', find: findAddresses };

function* findAddresses({ text }: TextView): Generator<Candidate> {
  let last = 0;
  for (const separator of separatorsIn(text)) {
    const local = localPartBefore(text, separator, last);
    last = separator.end;
    if (local === undefined) continue;
    const domain = domainAt(text, separator);
    if (domain === undefined || isRepository(text.slice(local, separator.start))) continue;
    yield { start: local, end: domain, confidence: separator.confidence };
  }
}

/** `git@github.com:owner/name` names a server. */
function isRepository(localPart: string): boolean {
  return localPart === 'git';
}

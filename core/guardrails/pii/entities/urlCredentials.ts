import type { TextView } from '../../text/textView';
import type { Candidate, EntityDetector } from '../entityDetector';

/** A URL up to its host that carries a user's password: `https://jane:secret@example.com`. */
export const urlCredentialsDetector: EntityDetector<'url_credentials'> = {
  type: 'url_credentials',
  find: findUrls,
};

const SURE = 0.99;
const LONGEST_AUTHORITY = 512;
const SEPARATOR = '://';

/** What ends the part of a URL that names user and host. */
const AUTHORITY_END = /[\s/?#"'<>\\`|,;]/;
const SCHEME = /[a-z][a-z0-9+.-]{0,20}$/i;
const LONGEST_SCHEME = 21;
const CREDENTIALS = /^([^:]{0,256}):(.{1,256})@((?:[\p{L}\p{N}._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?)$/isu;

function* findUrls({ text }: TextView): Generator<Candidate> {
  let at = text.indexOf(SEPARATOR);
  while (at >= 0) {
    const from = at + SEPARATOR.length;
    const end = withoutPunctuation(text, authorityEnd(text, from));
    const scheme = SCHEME.exec(text.slice(Math.max(0, at - LONGEST_SCHEME), at))?.[0] ?? '';
    if (scheme !== '' && hasCredentials(text.slice(from, end))) {
      yield { start: at - scheme.length, end, confidence: SURE };
    }
    at = text.indexOf(SEPARATOR, from);
  }
}

function authorityEnd(text: string, from: number): number {
  const part = text.slice(from, from + LONGEST_AUTHORITY);
  const length = part.search(AUTHORITY_END);
  return from + (length < 0 ? part.length : length);
}

/** In place of a password: `${PASSWORD}`, `{{ password }}`, `[removed]`, `***`, `xxx`. */
const PLACEHOLDER = /^(?:\$?\{.*\}?|\[.*\]|%[A-Z_]+%|\*+|x+|\.+)$/is;

function hasCredentials(authority: string): boolean {
  const [, , password = ''] = CREDENTIALS.exec(authority) ?? [];
  return password !== '' && !PLACEHOLDER.test(password);
}

function withoutPunctuation(text: string, end: number): number {
  let shorter = end;
  while (/[.:)}!]/.test(text.charAt(shorter - 1))) shorter -= 1;
  return shorter;
}

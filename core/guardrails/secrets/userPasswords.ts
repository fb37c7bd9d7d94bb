import type { SecretCandidate, SecretRule } from './candidate';
import { isPlaceholder } from './likeness/placeholder';
import { kindsIn } from './likeness/randomness';

/** `scheme://user:password@host`; the last `@` before the path ends the password. */
const USER_AND_PASSWORD =
  /(?<=[a-z0-9+]):\/\/([^\s:@/?#"'<>]{0,128}):([^\s/?#"'<>]{2,256})@(?=[A-Za-z0-9[{$])/gi;
/** What examples of addresses have for a password. */
const STAND_IN = /^(?:pass(?:word|wd|wort)?|pwd|pw|secret|\*+|user(?:name)?|token|key)$/i;

/** `curl -u user:password`; `docker run -u 1000:1000` and `-u name:group` give none. */
const OF_COMMAND = /(?<=\s(?:-u|--user|--proxy-user)[ =]["']?)([^\s:"']{1,64}):([^\s"'`]{4,128})/g;

/** Passwords after a user's name: in addresses of databases, queues and pages, and on command lines. */
export const userPasswords: SecretRule = function* (text) {
  yield* inAddresses(text);
  for (const { index, 0: pair, 2: password = '' } of text.matchAll(OF_COMMAND)) {
    const isGiven = /[A-Za-z]/.test(password) && kindsIn(password) >= 2 && !isPlaceholder(password);
    if (isGiven) yield passwordAt(index + pair.length - password.length, password, 0.8);
  }
};

function* inAddresses(text: string): Iterable<SecretCandidate> {
  for (const match of text.matchAll(USER_AND_PASSWORD)) {
    const [address, user = '', password = ''] = match;
    if (isPlaceholder(password)) continue;
    const isStandIn = STAND_IN.test(password) || password === user;
    const start = match.index + address.length - 1 - password.length;
    yield passwordAt(start, password, isStandIn ? 0.4 : 0.85);
  }
}

function passwordAt(start: number, password: string, confidence: number): SecretCandidate {
  return { type: 'password', start, end: start + password.length, confidence, shown: '' };
}

import type { SecretRule } from '../candidate';
import { SECRET_NAME } from './names';
import { confidenceIn, type GivenValue } from './values';

const QUOTE = `(?:\\\\?["'\`])`;
/** As Markdown prints words bold. */
const EMPHASIS = '[*_]{0,2}';
/** `: `, `=`, `=>`, `:=`; ` is `; what closes a tag; the blank after an option of a command. */
const SIGN = `${QUOTE}?\\]?${EMPHASIS}[ \\t]{0,8}(?:=>|:=|={1,3}|:)${EMPHASIS}[ \\t]{0,8}${EMPHASIS}`;
const SAID = `${EMPHASIS}[ \\t]{1,2}(?:is|was|lautet|ist|est|es|é)(?::|[ \\t])[ \\t]{0,2}${EMPHASIS}|[是は][ :]?`;
const OPTION = `(?<=(?<![\\w-])--?[a-z-]{0,24})[ \\t]+`;
const TAG = `>(?=[^<>\\s]{1,200}</)`;
const SQL = `[ \\t]+(?=')`;

const ASSIGNMENT = new RegExp(
  `(?:${SECRET_NAME})(?![A-Za-z])(?:(?<sign>${SIGN})|(?<said>${SAID})|${OPTION}|${TAG}|${SQL})(?:(?<quote>${QUOTE})(?<quoted>[^\\s"'\`]{3,256})|(?<bare>[^\\s"'\`<>|]{3,256}))`,
  'giu',
);

/** Values that a name calls a secret: `password: …`, `OPENAI_API_KEY=…`, `"client_secret": "…"`, `--token …`. */
export const assignments: SecretRule = function* (text) {
  for (const match of text.matchAll(ASSIGNMENT)) {
    const given = valueOf(match);
    const confidence = confidenceIn(given);
    if (confidence === 0) continue;
    const start = match.index + match[0].lastIndexOf(given.value);
    yield {
      type: given.kind === 'password' ? 'password' : 'api_key',
      start,
      end: start + given.value.length,
      confidence,
      shown: '',
    };
  }
};

function valueOf(match: RegExpExecArray): GivenValue {
  const kind = match[1] === undefined ? 'key' : 'password';
  const { sign, quoted, bare = '' } = match.groups ?? {};
  if (quoted !== undefined) return { kind, value: withoutEscape(quoted), manner: 'quoted' };
  const own = kind === 'key' ? keyIn(bare) : sign?.endsWith('=') === true ? upToSeparator(bare) : bare;
  return { kind, value: withoutPunctuation(own), manner: mannerOf(sign) };
}

/** Signs of code and of queries are in no key. */
function keyIn(value: string): string {
  return /^[^&;,(){}[\]]*/.exec(value)?.[0] ?? '';
}

/** `NAME=value` leaves no room for a sentence; `name: value` and `name is value` do. */
function mannerOf(sign: string | undefined): GivenValue['manner'] {
  return sign?.endsWith('=') === true ? 'bare' : 'said';
}

/** The value of a query or a connection string ends where the next one begins. */
function upToSeparator(value: string): string {
  return /^[^&;]*/.exec(value)?.[0] ?? '';
}

/** What closes a sentence, a bracket, a statement or a bold word is none of the value. */
function withoutPunctuation(value: string): string {
  return value.replace(/[.,;:)\]}*_]{1,4}$/, '');
}

/** The backslash of an escaped closing quotation mark. */
function withoutEscape(value: string): string {
  return value.replace(/\\$/, '');
}

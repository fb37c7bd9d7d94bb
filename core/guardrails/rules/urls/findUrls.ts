import { viewOf } from '../../text/textView';
import { hasTopLevelDomain } from './topLevelDomains';

/** Something in a text that a browser would follow. Positions are UTF-16 units of the original. */
export interface FoundUrl {
  readonly start: number;
  readonly end: number;
  /** As it reads: without invisible characters, full-width letters as plain ones. */
  readonly written: string;
  /** False for a bare `example.com/page`, whose scheme the reader's program chooses. */
  readonly hasScheme: boolean;
}

// What ends a URL: blanks, quotation marks, brackets, and another URL behind a separator.
const REST = String.raw`(?:(?![,;|'()](?:https?|ftp):)[^\s<>"\x60{}|\\^[\]\u3001\uff0c\u300c\u300d])*`;
const IPV6 = String.raw`(?:[^\s<>"'@/?#[\]]{1,200}@)?\[[0-9a-f:.]{2,45}\]`;
/** Browsers take any slashes, or none, after the schemes that they know. */
const WEB = String.raw`(?:https?|ftp|wss?):[/\\]{0,4}(?:${IPV6})?${REST}`;
const OTHER = String.raw`[a-z][a-z0-9+.-]{1,20}:\/\/${REST}`;
const SCRIPT = String.raw`(?:javascript|vbscript|blob|view-source):(?!\s)${REST}`;
const QUOTED_SCRIPT = String.raw`(?<=["'(=] {0,5})(?:javascript|vbscript):[^"<>\n]{1,200}`;
const DATA = String.raw`data:(?:[\w.+-]{1,80}\/[\w.+-]{1,80})?(?:;[\w=.+-]{1,80}){0,5},${REST}`;
const MAIL = String.raw`mailto:[^\s@<>"']{1,64}@${REST}`;
const WITH_SCHEME = new RegExp(
  `(?<![a-z0-9+.-])(?:${QUOTED_SCRIPT}|${SCRIPT}|${DATA}|${MAIL}|${WEB}|${OTHER})`,
  'gi',
);

/** `http:` and `https://` alone are words about URLs. */
const HAS_SOMETHING = /^[^:]+:[/\\]*[^/\\]/;

const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_-]{0,61}[\p{L}\p{N}\p{M}])?`;
const HOST = String.raw`(?:${LABEL}\.){1,10}${LABEL}`;
const PORT = String.raw`(?::\d{1,5})?`;
/** Not a part of a mail address, of a path or of a longer name. */
const BARE = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}@_\\.%-]|[^:\s"'(=]\/)(?:\/\/)?(?<host>${HOST})(?<tail>${PORT}(?:[/?#]${REST})?)(?![\p{L}\p{N}@_])`,
  'giu',
);

/** Every URL of a text, in order: with a scheme, or a bare host by its top-level domain or its four numbers. */
export function findUrls(original: string): readonly FoundUrl[] {
  const view = viewOf(original);
  // A full stop of Chinese and Japanese is one in host names too.
  const text = view.text.replaceAll('\u3002', '.');
  const known = [...withScheme(text)];
  return [...known, ...bareOutside(known, text)]
    .sort((one, other) => one.start - other.start)
    .map(({ start, end, hasScheme }) => {
      const [from, to] = view.originalSpan(start, end);
      return { start: from, end: to, written: text.slice(start, end), hasScheme };
    });
}

interface Place {
  readonly start: number;
  readonly end: number;
  readonly hasScheme: boolean;
}

function* withScheme(text: string): Generator<Place> {
  for (const { index, 0: matched } of text.matchAll(WITH_SCHEME)) {
    const url = withoutClosing(matched);
    if (HAS_SOMETHING.test(url)) yield { start: index, end: index + url.length, hasScheme: true };
  }
}

function* bareOutside(known: readonly Place[], text: string): Generator<Place> {
  let next = 0;
  for (const { index: start, 0: matched, groups = {} } of text.matchAll(BARE)) {
    while ((known[next]?.end ?? Infinity) <= start) next += 1;
    if ((known[next]?.start ?? Infinity) < start + matched.length) continue;
    if (!isHost(groups['host'] ?? '', groups['tail'] ?? '')) continue;
    yield { start, end: start + withoutClosing(matched).length, hasScheme: false };
  }
}

function isHost(host: string, tail: string): boolean {
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(host)) return true;
  return (
    hasTopLevelDomain(host) || (/^www\./i.test(host) && /\.\p{L}{2,}$/u.test(host)) || isFollowed(host, tail)
  );
}

/** `example.anything/page` and `example.anything:8080/` are meant as links, `and/or` and `1.5/2` are not. */
function isFollowed(host: string, tail: string): boolean {
  return /^(?::\d+)?\/[^\s]/.test(tail) && /\.\p{L}{2,63}$/u.test(host);
}

/** Without the marks that end the sentence around it; a bracket stays where it was opened in the URL. */
function withoutClosing(url: string): string {
  let open = 0;
  for (const character of url) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    if (last === ')' && open < 0) open += 1;
    else if (!/[.,;:!?'*_~\u2026\u2019\u201d]/.test(last)) break;
  }
  return url.slice(0, end);
}

import type { SecretCandidate, SecretRule } from './candidate';

const BEGIN = '-----BEGIN';
const HEADER = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----/y;
const END = /-----END (?:[A-Z0-9]{1,12} ){0,4}PRIVATE KEY(?: BLOCK)?-----/y;
/** Blanks; line breaks escaped, quoted, quoted in a mail, or put together in code. */
const BETWEEN = /(?:[\s"'+,>|*#]|\\[nrt]){0,64}/y;
/** `Proc-Type: 4,ENCRYPTED`, `DEK-Info: AES-128-CBC,…`, `Version: GnuPG v2`. */
const NOTE = /(?:Proc-Type|DEK-Info|Version|Comment|Hash|Charset|MessageID): [^\n\\]{0,200}/y;
/** Shorter pieces could be words. */
const MATERIAL = /[A-Za-z0-9+/=]{16,}/y;
/** The last line of a key and the checksum after it may be short; then the end has to follow. */
const LAST_LINE = /[A-Za-z0-9+/=]{1,64}/y;

/** Private keys as OpenSSL, OpenSSH and PGP write them, header to end. A header that no key follows is none. */
export const keyBlocks: SecretRule = function* (text) {
  let start = text.indexOf(BEGIN);
  while (start >= 0) {
    const block = blockAt(text, start);
    if (block?.hasMaterial) yield candidateOf(start, block.end);
    start = text.indexOf(BEGIN, Math.max(block?.end ?? 0, start + BEGIN.length));
  }
};

/** A header of which the end is missing, at the end of a text. */
const PART_OF_HEADER = /-----BEGIN(?: [A-Z0-9]{0,12}){0,6}-{0,4}$/;
const LONGEST_HEADER = 96;
/** What a text may end with while the block goes on: a line not yet complete, a part of the last words. */
const GOING_ON =
  /^(?:[A-Za-z0-9+/=]{0,64}(?:[\s"'+,>|*#]|\\[nrt]){0,64}){0,2}\\?(?:-{1,5}|-----E|-----EN|-----END[A-Z0-9 ]{0,80}-{0,4})?$|^[A-Z][A-Za-z-]{0,12}(?::[^\n\\]{0,200})?$/;
const LONGEST_REST = 400;

/** Where a private key begins that what follows the text may go on with. */
export function openKeyBlock(text: string): number | undefined {
  const part = PART_OF_HEADER.exec(text.slice(-LONGEST_HEADER));
  if (part !== null) return text.length - part[0].length;
  const start = text.lastIndexOf(BEGIN);
  const block = start < 0 ? undefined : blockAt(text, start);
  if (block === undefined || block.closed || text.length - block.read > LONGEST_REST) return undefined;
  return GOING_ON.test(text.slice(block.read)) ? start : undefined;
}

interface Block {
  readonly hasMaterial: boolean;
  readonly closed: boolean;
  /** After what belongs to it. */
  readonly end: number;
  /** Where the reading stopped: what stands there is neither key nor note. */
  readonly read: number;
}

function blockAt(text: string, start: number): Block | undefined {
  const header = skip(HEADER, text, start);
  if (header === start) return undefined;
  let [end, hasMaterial] = [header, false];
  let read = skip(BETWEEN, text, header);
  for (let next = lineAt(text, read); next !== undefined; next = lineAt(text, read)) {
    hasMaterial ||= next.isMaterial;
    end = next.end;
    read = skip(BETWEEN, text, end);
  }
  const close = closeAt(text, read);
  return { hasMaterial, closed: close !== undefined, end: close ?? end, read };
}

interface Line {
  readonly isMaterial: boolean;
  readonly end: number;
}

function lineAt(text: string, position: number): Line | undefined {
  const note = skip(NOTE, text, position);
  if (note > position) return { isMaterial: false, end: note };
  const material = skip(MATERIAL, text, position);
  return material > position ? { isMaterial: true, end: material } : undefined;
}

/** After the end of the block, when it comes at once or after two short lines at most. */
function closeAt(text: string, position: number): number | undefined {
  let read = position;
  for (let lines = 0; lines <= 2; lines += 1) {
    const end = skip(END, text, read);
    if (end > read) return end;
    read = skip(BETWEEN, text, skip(LAST_LINE, text, read));
  }
  return undefined;
}

/** Where the text goes on after a pattern, or the same position when it is not there. */
function skip(pattern: RegExp, text: string, position: number): number {
  pattern.lastIndex = position;
  return pattern.test(text) ? pattern.lastIndex : position;
}

function candidateOf(start: number, end: number): SecretCandidate {
  return { type: 'private_key', start, end, confidence: 0.99, shown: BEGIN };
}

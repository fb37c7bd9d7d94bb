/** A query divided into what it asks for and what it brings along. */
export interface QueryParts {
  readonly instruction: string;
  /** Code, quotations, pasted texts: what is to be worked on. */
  readonly material: string;
}

const FENCED = /```|~~~/;
const QUOTED = /["“”„«»「」『』](?=\S)([^"“”„«»「」『』]{15,})["“”„«»「」『』]/g;
/** A colon later than this is not the one between an instruction and its material. */
const LONGEST_LEAD = 300;
const FEWEST_LEAD_WORDS = 2;
/** Material shorter than this hardly matters, and may as well be what is asked about: "Solve: 3x = 5". */
const SHORTEST_MATERIAL = 15;
/** A longer text has an instruction at its beginning or its end, and pasted text between. */
const LONGEST_INSTRUCTION = 600;
const OPENING = 300;
const CLOSING = 200;

/** Linear in the query's length. */
export function partsOf(query: string): QueryParts {
  const [open, fenced] = withoutFences(query);
  const quoted: string[] = [];
  const bare = open.replace(QUOTED, (whole, text: string) => {
    quoted.push(text);
    return ' … ';
  });
  const { instruction, material } = afterColon(bare) ?? fromTheMiddle(bare);
  return { instruction, material: [...fenced, ...quoted, material].join('\n') };
}

function withoutFences(query: string): readonly [string, readonly string[]] {
  const pieces = query.split(FENCED);
  return [
    pieces.filter((_, index) => index % 2 === 0).join('\n'),
    pieces.filter((_, index) => index % 2 === 1),
  ];
}

/** "Summarize this text: …" */
function afterColon(text: string): QueryParts | undefined {
  const colon = text.slice(0, LONGEST_LEAD).search(/:\s|：/);
  if (colon < 0) return undefined;
  const [lead, rest] = [text.slice(0, colon), text.slice(colon + 1)];
  if (rest.trim().length < SHORTEST_MATERIAL || !isInstruction(lead)) return undefined;
  const last = lastLine(rest);
  return { instruction: `${lead}\n${last}`, material: rest.slice(0, rest.length - last.length) };
}

function isInstruction(lead: string): boolean {
  return lead.trim().split(/\s+/).length >= FEWEST_LEAD_WORDS || /[^\p{ASCII}]{4}/u.test(lead);
}

/** A short last paragraph after a pasted text is an instruction again. */
function lastLine(text: string): string {
  const start = text.trimEnd().lastIndexOf('\n\n');
  return start >= 0 && text.length - start <= CLOSING ? text.slice(start) : '';
}

function fromTheMiddle(text: string): QueryParts {
  if (text.length <= LONGEST_INSTRUCTION) return { instruction: text, material: '' };
  return {
    instruction: `${text.slice(0, OPENING)}\n${text.slice(-CLOSING)}`,
    material: text.slice(OPENING, -CLOSING),
  };
}

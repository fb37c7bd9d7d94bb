import { GuardrailViolation } from '../guardrailViolation';
import { REACH } from '../spans/finder';
import type { Finding } from '../spans/finding';
import { united } from '../spans/united';
import type { StreamDetector } from './streamOptions';
import { outsideCharacter } from './surrogates';

/** What has certainly begun may take so long to end. */
const LONGEST_HELD = 8_192;
/** A text is read again at most so often, beyond a start that is free. */
const READINGS = 4;
const FREE_READING = 262_144;

interface Found extends Finding {
  readonly detector: StreamDetector;
}

/** A part of the text of which all is decided: plain, or a finding. */
export type Part =
  | { readonly kind: 'plain'; readonly text: string }
  | {
      readonly kind: 'found';
      readonly value: string;
      readonly type: string;
      readonly detector: StreamDetector;
    };

/** How far the text is decided, and who holds back the rest. */
interface Border {
  readonly position: number;
  readonly holder: StreamDetector | undefined;
}

/**
 * Tells plain text and findings apart in a text that comes in pieces, as early as that can be told. The parts are those
 * of the whole text at once. Only the end of the text is kept, and read again when enough has come.
 */
export class FindingFilter {
  readonly #detectors: readonly StreamDetector[];
  /** What is decided but may decide about what follows, then what is not decided. */
  #window = '';
  #decided = 0;
  #received = 0;
  #read = 0;

  constructor(detectors: readonly StreamDetector[]) {
    this.#detectors = detectors;
  }

  /** @throws {GuardrailViolation} when a key or a finding has begun 8,192 characters ago and has not ended */
  *push(piece: string): Generator<Part> {
    this.#window += piece;
    this.#received += piece.length;
    if (!this.#isWorthReading()) return;
    this.#read += this.#window.length;
    const border = this.#border();
    if (border.position > this.#decided) yield* this.#decide(border);
    else this.#refuseOverlong(border);
  }

  /** All that is left. */
  *end(): Generator<Part> {
    yield* this.#decide({ position: this.#window.length, holder: undefined });
  }

  /** Reading costs the whole window: it pays when the reader who keeps most may let go of something. */
  #isWorthReading(): boolean {
    const needsAll = this.#detectors.some(({ finder }) => finder.openEnd === undefined);
    if (needsAll && this.#window.length - this.#decided <= REACH) return false;
    return this.#read + this.#window.length <= FREE_READING + READINGS * this.#received;
  }

  /** What no finder's openEnd and no finding of the longest length can reach any more. */
  #border(): Border {
    let border: Border = { position: outsideCharacter(this.#window, this.#window.length), holder: undefined };
    for (const detector of this.#detectors) {
      const position = outsideCharacter(this.#window, openFrom(detector, this.#window));
      if (position < border.position) border = { position, holder: detector };
    }
    return border;
  }

  *#decide(border: Border): Generator<Part> {
    const found = this.#find();
    const { position, holder } = beforeGroup(touching(found), border);
    this.#refuseOverlong({ position, holder });
    if (position <= this.#decided) return;
    const parts = [...this.#partsUpTo(position, united(found))];
    this.#forget(position);
    yield* parts;
  }

  #find(): Found[] {
    return this.#detectors.flatMap((detector) =>
      detector.finder.find(this.#window).map(({ type, start, end, confidence }) => ({
        type,
        start,
        end,
        confidence,
        detector,
      })),
    );
  }

  *#partsUpTo(position: number, findings: readonly Found[]): Generator<Part> {
    let done = this.#decided;
    for (const { type, start, end, detector } of findings) {
      if (end <= done || start >= position) continue;
      if (start > done) yield { kind: 'plain', text: this.#window.slice(done, start) };
      yield { kind: 'found', value: this.#window.slice(Math.max(start, done), end), type, detector };
      done = end;
    }
    if (position > done) yield { kind: 'plain', text: this.#window.slice(done, position) };
  }

  /** Keeps what may decide about the rest. What is read wrongly where it is cut off ends within what is kept. */
  #forget(position: number): void {
    const from = Math.max(0, position - REACH);
    this.#window = this.#window.slice(from);
    this.#decided = position - from;
  }

  #refuseOverlong({ position, holder }: Border): void {
    if (this.#window.length - position <= LONGEST_HELD || holder === undefined) return;
    throw new GuardrailViolation([
      {
        guardrail: holder.guardrail,
        category: 'unclosed',
        message: `Something that has to be held back began and did not end within ${String(LONGEST_HELD)} characters`,
      },
    ]);
  }
}

/** Where what a detector has not decided begins. */
function openFrom({ finder }: StreamDetector, window: string): number {
  const reached = Math.max(0, window.length - REACH);
  const open = finder.openEnd?.(window);
  if (open === undefined) return reached;
  return open.known ? open.from : Math.max(open.from, reached);
}

/** Findings that overlap, from the first character to the last: which of them stays is decided together. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly detector: StreamDetector;
}

function touching(found: readonly Found[]): Group[] {
  const groups: Group[] = [];
  for (const { start, end, detector } of [...found].sort((one, other) => one.start - other.start)) {
    const last = groups.at(-1);
    if (last === undefined || start >= last.end) groups.push({ start, end, detector });
    else groups[groups.length - 1] = { ...last, end: Math.max(last.end, end) };
  }
  return groups;
}

/** The same border, or the one before the findings that it would cut. */
function beforeGroup(groups: readonly Group[], border: Border): Border {
  const cut = groups.find(({ start, end }) => start < border.position && border.position < end);
  return cut === undefined ? border : { position: cut.start, holder: cut.detector };
}

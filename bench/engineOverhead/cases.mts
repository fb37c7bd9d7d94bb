import type { AttemptReport, CascadeSettings } from '../../core/index.ts';

/** A query, what the models say to it, and the course that it takes through a cascade of two. */
export interface Case {
  readonly name: string;
  readonly query: string;
  readonly draft: string;
  readonly verification: string;
  /** In place of the preset's. */
  readonly settings: Pick<CascadeSettings, 'threshold'>;
  /** The attempts that it has to lead to. */
  readonly course: readonly Pick<AttemptReport, 'role' | 'accepted'>[];
}

const rejectedDraft = { role: 'drafter', accepted: false } as const;
const acceptedDraft = { role: 'drafter', accepted: true } as const;
const verified = { role: 'verifier', accepted: true } as const;

const canberra = 'The capital of Australia is Canberra.';
const longList = Array.from(
  { length: 200 },
  (_, index) => `Team ${String(index)} delayed release ${String(2 * index)}.`,
).join('\n');

export const cases: readonly Case[] = [
  {
    name: 'draft accepted',
    query: 'What is the capital of Australia?',
    draft: canberra,
    verification: canberra,
    settings: {},
    course: [acceptedDraft],
  },
  {
    name: 'draft of 1,000 words accepted',
    query: 'List the release that each team delayed.',
    draft: longList,
    verification: canberra,
    settings: {},
    course: [acceptedDraft],
  },
  {
    name: 'escalated',
    query: 'What is the capital of Australia?',
    draft: "I'm sorry, but I can't help with that.",
    verification: canberra,
    settings: {},
    course: [rejectedDraft, verified],
  },
  {
    name: 'direct',
    query:
      'Design a distributed rate limiter, prove that it never admits more than its limit, and analyse its worst case.',
    draft: canberra,
    verification: 'A lease per region bounds what each admits, and the leases sum up to the limit.',
    // No draft can reach it, so that none is made.
    settings: { threshold: 1 },
    course: [verified],
  },
];

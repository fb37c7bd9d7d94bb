/** A question with a draft, and a word on what is special about it. */
type Case = readonly [what: string, query: string, draft: string];

export interface CaseGroup {
  readonly name: string;
  readonly cases: readonly Case[];
}

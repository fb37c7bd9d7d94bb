/** What a query is about. */
export type Domain =
  | 'code'
  | 'creative'
  | 'data'
  | 'finance'
  | 'general'
  | 'legal'
  | 'math'
  | 'medical'
  | 'summary'
  | 'translation';

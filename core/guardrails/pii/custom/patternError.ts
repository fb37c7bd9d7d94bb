import { CascadeError } from '../../../errors/cascadeError';

/** What kept a pattern of a user from being run. */
export type PatternFault = 'no_runner' | 'invalid' | 'stopped';

const SAYING: Readonly<Record<PatternFault, (entity: string) => { message: string; hint: string }>> = {
  no_runner: (entity) => ({
    message: `The pattern of the entity "${entity}" cannot be run here`,
    hint: 'A pattern of your own can take for ever. Give a patternRunner that bounds its time, or leave the entity out.',
  }),
  invalid: (entity) => ({
    message: `The pattern of the entity "${entity}" is no valid regular expression`,
    hint: 'Write it as JavaScript has it, e.g. emp-\\d{6} or /emp-\\d{6}/i, and escape ( ) [ ] { } . * + ? that are meant literally.',
  }),
  stopped: (entity) => ({
    message: `The pattern of the entity "${entity}" did not come to an end in time`,
    hint: 'Make it simpler: no repetition inside a repetition, as in (a+)+, and upper bounds such as {1,40} instead of + and *. Or check shorter texts.',
  }),
};

/** A custom entity's pattern could not be run. It names the entity, never the text. */
export class PatternError extends CascadeError {
  readonly entity: string;
  readonly fault: PatternFault;

  constructor(entity: string, fault: PatternFault) {
    const { message, hint } = SAYING[fault](entity);
    super(message, { code: 'PATTERN_FAILED', hint });
    this.entity = entity;
    this.fault = fault;
  }
}

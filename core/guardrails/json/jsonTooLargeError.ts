import { CascadeError } from '../../errors/cascadeError';

/** JSON is deeper or has more values than can be gone through; what contains itself has no end at all. */
export class JsonTooLargeError extends CascadeError {
  constructor(what: string) {
    super(`The JSON has ${what}`, {
      code: 'JSON_TOO_LARGE',
      hint: 'Choose the field that holds the text, and check that no field contains itself.',
    });
  }
}

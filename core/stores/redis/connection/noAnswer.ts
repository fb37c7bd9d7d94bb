/** Why a connection was given up: an answer stayed out. */
export function noAnswer(): Error {
  return Object.assign(new Error('No answer came in time'), { code: 'NO_ANSWER' });
}

/**
 * By letter, the letters that commonly follow it inside the words of English prose and identifiers. Half of all pairs
 * are missing, while fewer than 3 in 100 pairs of real words are: what has many of the others is not made of words.
 */
const FOLLOWERS: ReadonlyMap<string, string> = new Map([
  ['a', 'bcdfgiklmnprstuvwxyz'],
  ['b', 'abcdeijlorstuy'],
  ['c', 'acdehiklorstuy'],
  ['d', 'abcdefgilorsuy'],
  ['e', 'abcdefghijklmnopqrstuvwxy'],
  ['f', 'aefilorstuy'],
  ['g', 'aeghilmnorsu'],
  ['h', 'aeimorstuy'],
  ['i', 'abcdefgklmnoprstvxz'],
  ['j', 'aeosu'],
  ['k', 'aeins'],
  ['l', 'abcdefiklopstuvy'],
  ['m', 'abeilmopsuy'],
  ['n', 'abcdefghiklmnoprstuvy'],
  ['o', 'abcdefgiklmnoprstuvwxy'],
  ['p', 'aehiloprstu'],
  ['q', 'u'],
  ['r', 'abcdefgiklmnoprstuvwy'],
  ['s', 'acefhiklmnopstuwy'],
  ['t', 'acdefhilmoprstuwy'],
  ['u', 'abcdefgilmnprst'],
  ['v', 'aeio'],
  ['w', 'aehinors'],
  ['x', 'aceipt'],
  ['y', 'aeilmnopst'],
  ['z', 'aei'],
]);

/** Whether the second of two letters, in whatever case, often follows the first in a word. */
export function areCommonPair(first: string, second: string): boolean {
  return FOLLOWERS.get(first.toLowerCase())?.includes(second.toLowerCase()) ?? false;
}

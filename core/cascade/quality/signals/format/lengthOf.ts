import { readable } from '../../../text/words';
import type { AskedLength } from './askedLength';

const sentenceEnd = /[.!?](?=\s|["'”)*]|$)|[。！？\n]/;

/** How long a text is. An overlong one counts as no longer than what is read of it. */
export function lengthOf(text: string, unit: AskedLength['unit']): number {
  const read = readable(text).trim();
  switch (unit) {
    case 'words':
      return read.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    case 'sentences':
      return read.split(sentenceEnd).filter((sentence) => /\p{L}/u.test(sentence)).length;
    case 'lines':
      return read.split('\n').filter((line) => line.trim() !== '').length;
    case 'characters':
      return read.length;
  }
}

import { Profanity } from '@2toad/profanity';
import { Filter } from 'bad-words';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import type { Moderator } from './contestant.mts';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
const profanity = new Profanity();
const filter = new Filter();

/** The libraries that moderate offline: lists of words, each with its defaults. */
export const wordFilters: readonly Moderator[] = [
  { name: 'obscenity', isHarmful: (text) => matcher.hasMatch(text) },
  { name: '@2toad/profanity', isHarmful: (text) => profanity.exists(text) },
  { name: 'bad-words', isHarmful: (text) => filter.isProfane(text) },
];

import type { Signal } from './signal';
import { arithmetic } from './signals/arithmetic';
import { brokenCode } from './signals/brokenCode';
import { backwardsProblem, largeNumbers, relations, twinNumbers } from './signals/calculation/difficulty';
import { looseEnds } from './signals/calculation/looseEnds';
import { missingSteps, noSteps } from './signals/calculation/missingSteps';
import { rounding } from './signals/calculation/rounding';
import { strayConclusion } from './signals/calculation/strayConclusion';
import { unusedNumbers } from './signals/calculation/unusedNumbers';
import { wrongStep } from './signals/calculation/wrongStep';
import { codeLanguage } from './signals/codeLanguage';
import { cutOff } from './signals/cutOff';
import { echo } from './signals/echo';
import { empty } from './signals/empty';
import { emptyTalk } from './signals/emptyTalk';
import { format, length, listCount } from './signals/format';
import { hedging } from './signals/hedging';
import { language } from './signals/language';
import { asksBack, stopgapAnswer } from './signals/noAnswer';
import { nonsense } from './signals/nonsense';
import { offTopic } from './signals/offTopic';
import { placeholder } from './signals/placeholder';
import { refusal } from './signals/refusal';
import { repetition } from './signals/repetition';
import { selfCorrection } from './signals/selfCorrection';
import { closedTask, openAdvice, openList, ownMaterial } from './signals/task/task';
import { thinkingAloud } from './signals/thinkingAloud';
import { truncation } from './signals/truncation';
import { unclosed } from './signals/unclosed';

/** What a draft shows, by the name under which its weight is fitted. */
export const signals = {
  empty,
  stopgapAnswer,
  emptyTalk,
  echo,
  thinkingAloud,
  refusal,
  asksBack,
  format,
  listCount,
  length,
  language,
  nonsense,
  offTopic,
  truncation,
  cutOff,
  unclosed,
  repetition,
  hedging,
  selfCorrection,
  placeholder,
  brokenCode,
  codeLanguage,
  arithmetic,
  wrongStep,
  unusedNumbers,
  missingSteps,
  noSteps,
  strayConclusion,
  looseEnds,
  rounding,
  twinNumbers,
  backwardsProblem,
  relations,
  largeNumbers,
  ownMaterial,
  closedTask,
  openList,
  openAdvice,
} satisfies Readonly<Record<string, Signal>>;

export type SignalName = keyof typeof signals;

export const signalNames = Object.keys(signals) as readonly SignalName[];

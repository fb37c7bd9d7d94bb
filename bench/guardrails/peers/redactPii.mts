import { Redactor } from '@redactpii/node';
import { replacedPlaces } from '../spans/replacements.mts';
import type { TypedSpan } from '../spans/span.mts';
import type { PersonalDataFinder } from './contestant.mts';

/** Its rules, in the order in which it applies them. */
const RULES = [
  { rule: 'CREDIT_CARD', type: 'credit_card', mark: '\ue000' },
  { rule: 'EMAIL', type: 'email', mark: '\ue001' },
  { rule: 'NAME', type: 'name', mark: '\ue002' },
  { rule: 'PHONE', type: 'phone', mark: '\ue003' },
  { rule: 'SSN', type: 'ssn', mark: '\ue004' },
] as const;

const MARK = /[\ue000-\ue004]/;

const redactor = new Redactor();
const marking = RULES.map(
  ({ rule, mark }) => new Redactor({ rules: { [rule]: true }, globalReplaceWith: mark }),
);

/** @redactpii/node with its defaults. It gives no places: one redactor a rule makes each leave a mark of its own. */
export const redactPii: PersonalDataFinder = {
  name: '@redactpii/node',
  find: placesIn,
  redact: (text) => redactor.redact(text),
};

function placesIn(text: string): readonly TypedSpan[] {
  const marked = marking.reduce((done, next) => next.redact(done), text);
  const places = replacedPlaces(text, marked.split(MARK)) ?? [];
  const marks = Array.from(marked).filter((sign) => MARK.test(sign));
  return places.flatMap(([start, end], index) => {
    const rule = RULES.find(({ mark }) => mark === marks[index]);
    return rule === undefined ? [] : [{ type: rule.type, start, end }];
  });
}

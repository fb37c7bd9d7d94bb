import type { EntityDetector } from '../../entityDetector';
import { DOUBTFUL } from './confidence';
import { DATE_FORMS, isDay } from './dates/dateForms';
import { findForms } from './form';

const BIRTH = [
  'born, birth, birthday, birthdate, birth date, date of birth, dob, d o b, b day, bday',
  'geboren, geburtsdatum, geburtstag, geb, geboortedatum, né, née, naissance, nacido, nacida, nací, nació, nacimiento',
  'cumpleaños, nascido, nascida, nascimento, nato, nata, nascita, urodzony, urodzona, urodzenia, ur',
];
const OTHER_DAYS = [
  'expires, expiry, expiration, due, deadline, released, published, updated, created, issued, version',
  'died, founded, invoice, order, delivery, meeting, appointment, departure, arrival',
];

/** Days of birth. A date alone is nobody's birthday: without a supporting word none is reported. */
export const dateOfBirth: EntityDetector<'date_of_birth'> = {
  type: 'date_of_birth',
  supportingWords: BIRTH.flatMap((words) => words.split(', ')),
  opposingWords: OTHER_DAYS.flatMap((words) => words.split(', ')),
  *find(view) {
    for (const form of DATE_FORMS) {
      yield* findForms(view, form, (found) => (isDay(found) ? DOUBTFUL : undefined));
    }
  },
};

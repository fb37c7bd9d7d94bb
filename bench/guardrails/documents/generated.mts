import { Random } from '../../limits/traces/random.mts';
import { oneOf, proseSentence } from '../texts/prose.mts';
import { LABELLED_TYPES, type LabelledDocument, type LabelledType } from './document.mts';
import { between, digits, VALUES } from './values.mts';

const SEED = 20;
const VALUE = '{}';

/** How people mention a value. */
const MENTIONS: Readonly<Record<LabelledType, readonly string[]>> = {
  email: ['Please write to {} for details.', 'My address is {}, as before.', 'Cc: {}'],
  phone: ['Call me on {} after six.', 'Phone: {}', 'Her mobile number is {}.'],
  ssn: ['My social security number is {}.', 'SSN {} on file.', 'The employee ({}) has left.'],
  credit_card: ['Charge it to {} please.', 'Card number: {}', 'I paid with {} and got no receipt.'],
  ip_address: ['The request came from {} at night.', 'Blocked {} in the firewall.', 'host={} status=up'],
  iban: ['Transfer it to {} by Friday.', 'IBAN: {}', 'Our account {} stays open.'],
};

/** Numbers and signs that are no personal data, each as it is usually met. */
const LOOK_ALIKES: readonly ((random: Random) => string)[] = [
  (random) => `Order number ${digits(random, 10)} has shipped.`,
  (random) => `Invoice ${digits(random, 9)} was paid.`,
  (random) => `Update to version ${[3, 14, 2, between(random, 1, 9)].join('.')} first.`,
  (random) => `The ISBN is 978-3-${digits(random, 5)}-${digits(random, 3)}-${digits(random, 1)}.`,
  (random) => `Trace id ${[8, 4, 4, 4, 12].map((length) => hexadecimal(random, length)).join('-')} failed.`,
  (random) => `Commit ${hexadecimal(random, 40)} broke it.`,
  (random) => `ts=17${digits(random, 8)} level=info`,
  (random) => `Due on 2031-0${String(between(random, 1, 9))}-1${digits(random, 1)} at 09:30:00.`,
  (random) => `Revenue was ${String(between(random, 1, 9))},204,${digits(random, 3)} dollars.`,
  (random) => `Install lodash@4.17.${digits(random, 2)} or newer.`,
  (random) => `The board has sizes ${digits(random, 3)} x ${digits(random, 3)} x 18 mm.`,
  (random) => `Device ${Array.from({ length: 6 }, () => hexadecimal(random, 2)).join(':')} is offline.`,
  (random) => `Parcel 1Z${digits(random, 6)}0372${digits(random, 6)} is on its way.`,
  () => 'Use std::vector and a::before in the examples.',
];

/** Documents of our own: prose, look-alikes and mentions of personal data in turn, the same in each run. */
export function generatedDocuments(count: number): readonly LabelledDocument[] {
  const random = new Random(SEED);
  return Array.from({ length: count }, (_, index) => generatedDocument(random, index));
}

function generatedDocument(random: Random, index: number): LabelledDocument {
  const type = oneOf(LABELLED_TYPES, random);
  const value = VALUES[type](random);
  const mention = oneOf(MENTIONS[type], random);
  const [one, other] = [oneOf(LOOK_ALIKES, random)(random), oneOf(LOOK_ALIKES, random)(random)];
  const before = `${proseSentence(random)} ${one} `;
  if (index % 4 === 0) return { text: before + other, labelled: [], others: [] };
  const start = before.length + mention.indexOf(VALUE);
  return {
    text: `${before}${mention.replace(VALUE, value)} ${other}`,
    labelled: [{ type, start, end: start + value.length }],
    others: [],
  };
}

function hexadecimal(random: Random, length: number): string {
  return Array.from({ length }, () => random.below(16).toString(16)).join('');
}

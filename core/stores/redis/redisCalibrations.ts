import { HALF_LIFE_MS, LEFT_BY_EACH } from '../calibration/aging';
import { MOST_CALIBRATIONS, type Calibration, type Outcome } from '../calibrationStore';
import { keyOf } from '../usage/reservationId';
import type { RedisConnection } from './connection/redisConnection';
import { corruptKey, holdsSomethingElse } from './corruptKey';
import { scripts } from './scripts';

const KEY_LIVES_MS = 90 * 86_400_000;

const WHAT = 'What was learned about a model';

const corrupt = corruptKey(WHAT);

/** Calibrations in Redis: all of them in one hash, so that no more than so many are kept in one step. */
export class RedisCalibrations {
  readonly #connection: RedisConnection;
  readonly #key: string;

  constructor(connection: RedisConnection, prefix: string) {
    this.#connection = connection;
    this.#key = `${prefix}:calibrations`;
  }

  record({ model, domain, expected, agreed }: Outcome): Promise<void> {
    const settings = [LEFT_BY_EACH, HALF_LIFE_MS, MOST_CALIBRATIONS, KEY_LIVES_MS];
    const argument = [...settings, expected, agreed, nameOf(model, domain), nameOf(model)].join(' ');
    return this.#connection.run(scripts.recordOutcome, this.#key, argument, () => undefined).catch(corrupt);
  }

  async find(model: string, domain: string | undefined): Promise<Calibration | undefined> {
    const stored = await this.#connection.command('HGET', this.#key, nameOf(model, domain)).catch(corrupt);
    return typeof stored === 'string' ? readCalibration(stored) : undefined;
  }
}

/** In letters that are safe in the argument of a script; the star is no letter of a name. */
function nameOf(model: string, domain?: string): string {
  return `${keyOf(model)}:${domain === undefined ? '*' : keyOf(domain)}`;
}

function readCalibration(stored: string): Calibration {
  const [weight = NaN, expected = NaN, agreed = NaN, updatedAt = NaN] = stored.split(' ').map(Number);
  const read = { weight, expected, agreed, updatedAt };
  if (Object.values(read).every(Number.isFinite)) return read;
  throw holdsSomethingElse(WHAT);
}

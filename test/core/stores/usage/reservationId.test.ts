import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isSignedWith,
  keyOf,
  newSalt,
  readReservationId,
  reservationIdOf,
  type Ticket,
} from '../../../../core/stores/usage/reservationId';

const SALT = 'ABCDEFGHIJKL';
const TICKET: Ticket = {
  userId: 'user-1',
  sequence: 7,
  time: 1_763_900_000_001,
  leaseEnd: 1_763_900_900_001,
  estimateNanoUsd: 5_000_000,
};

const anyTicket: fc.Arbitrary<Ticket> = fc.record({
  userId: fc.string({ minLength: 1, maxLength: 256, unit: 'grapheme' }).filter((id) => id.length <= 256),
  sequence: fc.maxSafeNat(),
  time: fc.maxSafeNat(),
  leaseEnd: fc.maxSafeNat(),
  estimateNanoUsd: fc.maxSafeNat(),
});

describe('a reservation id', () => {
  it('says what was reserved, signed', () => {
    expect(reservationIdOf(TICKET, SALT)).toMatch(
      /^dXNlci0x\.7\.1763900000001\.1763900900001\.5000000\.[\da-f]{16}$/,
    );
  });

  it('is read back as it was, whoever the user is', () => {
    fc.assert(
      fc.property(anyTicket, (ticket) => {
        const read = readReservationId(reservationIdOf(ticket, SALT));
        expect(read).toMatchObject(ticket);
        expect(isSignedWith(read, SALT)).toBe(true);
      }),
    );
  });

  it('holds the longest id that a user can have', () => {
    const longest = { ...TICKET, userId: '\uFFFF'.repeat(256) };
    expect(readReservationId(reservationIdOf(longest, SALT))).toMatchObject(longest);
  });

  it('is worth nothing with another salt', () => {
    const read = readReservationId(reservationIdOf(TICKET, SALT));
    expect(isSignedWith(read, newSalt())).toBe(false);
    expect(isSignedWith(read, '')).toBe(false);
  });

  it('is worth nothing when any of it is changed', () => {
    fc.assert(
      fc.property(anyTicket, anyTicket, (ticket, other) => {
        const { signature } = readReservationId(reservationIdOf(ticket, SALT));
        for (const change of ['userId', 'sequence', 'time', 'leaseEnd', 'estimateNanoUsd'] as const) {
          if (ticket[change] === other[change]) continue;
          expect(isSignedWith({ ...ticket, [change]: other[change], signature }, SALT)).toBe(false);
        }
      }),
    );
  });

  const id = reservationIdOf(TICKET, SALT);
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an object that looks like one', { toString: () => id }],
    ['an empty text', ''],
    ['a text', 'reservation'],
    ['one with a space behind', `${id} `],
    ['one with a line break behind', `${id}\n`],
    ['one with a space before', ` ${id}`],
    ['one without its user', id.slice(8)],
    ['one without its signature', id.slice(0, -17)],
    ['one with a short signature', id.slice(0, -1)],
    ['one with a long signature', `${id}0`],
    ['one with a signature in capitals', id.slice(0, -16) + 'ABCDEFABCDEFABCD'],
    ['one with a part too many', `${id}.0`],
    ['one with a negative number', id.replace('.7.', '.-7.')],
    ['one with a fraction', id.replace('.7.', '.7,5.')],
    ['one with an exponent', id.replace('.7.', '.1e3.')],
    ['one with digits of another script', id.replace('.7.', '.٧.')],
    ['one with too many digits', id.replace('.7.', '.00000000000000007.')],
    ['one with a user that is no base64', id.replace('dXNlci0x', 'dXNlc+0x')],
    ['one with braces in the user', id.replace('dXNlci0x', '{dXNlci0x}')],
    ['one with a user that is too long', id.replace('dXNlci0x', 'x'.repeat(1_401))],
    ['ten thousand letters', 'x'.repeat(10_000)],
  ])('is not %s', (_, given) => {
    expect(() => readReservationId(given)).toThrow(
      expect.objectContaining({ code: 'INVALID_PARAMETER', parameter: 'reservationId' }),
    );
  });

  it('is quoted only in part when it is wrong', () => {
    const long = `secret-${'x'.repeat(10_000)}`;
    expect(() => readReservationId(long)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(long.slice(0, 70)) }),
    );
  });
});

it('a salt is 12 letters that are safe in a key, and never the same', () => {
  const salts = Array.from({ length: 1_000 }, newSalt);
  expect(salts.filter((salt) => !/^[\w-]{12}$/.test(salt))).toEqual([]);
  expect(new Set(salts).size).toBe(salts.length);
});

it('the key of a user has only letters that are safe in a key, one key for each', () => {
  fc.assert(
    fc.property(anyTicket, anyTicket, ({ userId }, other) => {
      expect(keyOf(userId)).toMatch(/^[\w-]+$/);
      expect(keyOf(userId) === keyOf(other.userId)).toBe(userId === other.userId);
    }),
  );
});

import { hash, randomBytes } from 'node:crypto';
import { InvalidParameterError } from '../../errors/invalidParameterError';

/** What a reservation id says: whose request was counted, when, at which cost, and how long it holds its slot. */
export interface Ticket {
  readonly userId: string;
  /** Which reservation of the user. */
  readonly sequence: number;
  /** When it was counted, in ms since the epoch. */
  readonly time: number;
  readonly leaseEnd: number;
  readonly estimateNanoUsd: number;
}

export interface SignedTicket extends Ticket {
  readonly signature: string;
}

/** 64 bits: nobody guesses one, and it is checked against a salt that dies with the usage. */
const SIGNATURE_DIGITS = 16;

const FORM = /^([\w-]{1,1400})\.(\d{1,16})\.(\d{1,16})\.(\d{1,16})\.(\d{1,16})\.([\da-f]{16})$/;

/** 72 bits, so that no salt can be found by trying all against a known id. */
export function newSalt(): string {
  return randomBytes(9).toString('base64url');
}

/** A user id in letters that are safe in keys and in reservation ids. */
export function keyOf(userId: string): string {
  return Buffer.from(userId).toString('base64url');
}

/**
 * The estimate and the time travel in the id, so that a store need not remember each open reservation; the signature
 * keeps them, and whose they are, from being changed on the way.
 */
export function reservationIdOf(ticket: Ticket, salt: string): string {
  const text = textOf(ticket);
  return `${text}.${signatureOf(text, salt)}`;
}

export function isSignedWith(ticket: SignedTicket, salt: string): boolean {
  return ticket.signature === signatureOf(textOf(ticket), salt);
}

/** @throws {InvalidParameterError} when it is not the form of a reservation id */
export function readReservationId(given: unknown): SignedTicket {
  const parts = typeof given === 'string' ? FORM.exec(given) : null;
  if (!parts)
    throw new InvalidParameterError('reservationId', given, 'a reservation id as `reserve` gave it');
  const [, key = '', sequence, time, leaseEnd, estimateNanoUsd, signature = ''] = parts;
  return {
    userId: Buffer.from(key, 'base64url').toString(),
    sequence: Number(sequence),
    time: Number(time),
    leaseEnd: Number(leaseEnd),
    estimateNanoUsd: Number(estimateNanoUsd),
    signature,
  };
}

/** What was counted, without whose it is. */
export function countedText({ sequence, time, leaseEnd, estimateNanoUsd }: Ticket): string {
  return [sequence, time, leaseEnd, estimateNanoUsd].join('.');
}

function textOf(ticket: Ticket): string {
  return `${keyOf(ticket.userId)}.${countedText(ticket)}`;
}

function signatureOf(text: string, salt: string): string {
  return hash('sha1', `${salt}.${text}.${salt}`).slice(0, SIGNATURE_DIGITS);
}

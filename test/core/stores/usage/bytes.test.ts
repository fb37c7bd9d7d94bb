import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ByteReader, ByteWriter } from '../../../../core/stores/usage/bytes';

const LARGEST = Number.MAX_SAFE_INTEGER;

const written = (write: (writer: ByteWriter) => void) => {
  const writer = new ByteWriter();
  write(writer);
  return writer.toBuffer();
};
const readerOf = (...bytes: readonly number[]) => new ByteReader(Buffer.from(bytes));
const wholeNumber = fc.oneof(fc.nat(300), fc.maxSafeNat());

describe('bytes', () => {
  it('are little endian, in as many as were asked for', () => {
    expect([
      ...written((writer) => {
        writer.fixed(0x010203, 4);
      }),
    ]).toEqual([3, 2, 1, 0]);
  });

  it.each([
    [0, [0]],
    [127, [127]],
    [128, [128, 1]],
    [300, [172, 2]],
    [LARGEST, [255, 255, 255, 255, 255, 255, 255, 15]],
  ])('hold %d in as few as it takes', (value, bytes) => {
    expect([
      ...written((writer) => {
        writer.varint(value);
      }),
    ]).toEqual(bytes);
    expect(readerOf(...bytes).varint()).toBe(value);
  });

  it('are read as they were written', () => {
    fc.assert(
      fc.property(fc.array(wholeNumber), fc.array(wholeNumber), (short, long) => {
        const tail = new ByteWriter();
        for (const value of long) tail.fixed(value, 7);
        const head = new ByteWriter();
        head.ascii('salt');
        for (const value of short) head.varint(value);
        const length = head.length + tail.length;
        head.append(tail);
        expect(head.length).toBe(length);

        const reader = new ByteReader(head.toBuffer());
        expect(reader.ascii(4)).toBe('salt');
        expect(short.map(() => reader.varint())).toEqual(short);
        expect(long.map(() => reader.fixed(7))).toEqual(long);
        expect(reader.atEnd).toBe(true);
      }),
    );
  });

  it.each([
    ['a fixed number', () => readerOf(1, 2).fixed(3)],
    ['a varint', () => readerOf(128, 128).varint()],
    ['letters', () => readerOf(65).ascii(2)],
    ['a fixed number above 2^53', () => readerOf(0, 0, 0, 0, 0, 0, 32).fixed(7)],
    ['a varint above 2^53', () => readerOf(128, 128, 128, 128, 128, 128, 128, 16).varint()],
    ['a varint that is endless', () => new ByteReader(Buffer.alloc(10_000, 255)).varint()],
  ])('that end too early or say too much do not hold %s', (_, read) => {
    expect(read).toThrow(expect.objectContaining({ name: 'RangeError' }));
  });
});

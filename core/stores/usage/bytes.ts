const BYTE = 256;
const SEVEN_BITS = 128;

/** Writes whole numbers, little endian, up to 2^53. */
export class ByteWriter {
  readonly #bytes: number[] = [];

  get length(): number {
    return this.#bytes.length;
  }

  fixed(value: number, width: number): void {
    let rest = value;
    for (let index = 0; index < width; index++) {
      this.#bytes.push(rest % BYTE);
      rest = Math.floor(rest / BYTE);
    }
  }

  /** 7 bits a byte, the lowest first, the high bit set on all but the last. */
  varint(value: number): void {
    let rest = value;
    while (rest >= SEVEN_BITS) {
      this.#bytes.push(SEVEN_BITS + (rest % SEVEN_BITS));
      rest = Math.floor(rest / SEVEN_BITS);
    }
    this.#bytes.push(rest);
  }

  ascii(text: string): void {
    for (const letter of text) this.#bytes.push(letter.charCodeAt(0));
  }

  append(other: ByteWriter): void {
    for (const byte of other.#bytes) this.#bytes.push(byte);
  }

  toBuffer(): Buffer {
    return Buffer.from(this.#bytes);
  }
}

/** @throws RangeError by every read beyond the end, and for a number above 2^53 */
export class ByteReader {
  readonly #bytes: Buffer;
  #position = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#position === this.#bytes.length;
  }

  fixed(width: number): number {
    let value = 0;
    for (let index = 0; index < width; index++) value += this.#next() * BYTE ** index;
    return safe(value);
  }

  varint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= SEVEN_BITS) {
      const byte = this.#next();
      value = safe(value + (byte % SEVEN_BITS) * factor);
      if (byte < SEVEN_BITS) return value;
    }
  }

  ascii(length: number): string {
    return String.fromCharCode(...Array.from({ length }, () => this.#next()));
  }

  #next(): number {
    return this.#bytes.readUInt8(this.#position++);
  }
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError('A number is larger than 2^53');
  return value;
}

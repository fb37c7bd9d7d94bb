import { Writable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { Burst } from '../../../../core/stores/redis/driver/burst';

/** Remembers what left it in one go, as the socket of a connection would send it. */
class Recorder extends Writable {
  readonly writes: string[][] = [];

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.writes.push([chunk.toString()]);
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.writes.push(chunks.map(({ chunk }) => chunk.toString()));
    done();
  }
}

function sendAll(burst: Burst, stream: Recorder, commands: number, from = 0): void {
  for (let index = from; index < from + commands; index += 1) {
    burst.before(stream);
    stream.write(`${String(index)} `);
    burst.after();
  }
}

const sizesOf = ({ writes }: Recorder) => writes.map(({ length }) => length);

describe('a burst of commands', () => {
  it.each([
    [1, [1]],
    [4, [1, 1, 1, 1]],
    [5, [1, 1, 1, 1, 1]],
    [8, [1, 1, 1, 1, 4]],
    [16, [1, 1, 1, 1, 4, 8]],
    [64, [1, 1, 1, 1, 4, 8, 16, 32]],
    [70, [1, 1, 1, 1, 4, 8, 16, 32, 6]],
  ])('of %i leaves in writes of %j', async (commands, sizes) => {
    const stream = new Recorder();
    sendAll(new Burst(), stream, commands);
    await Promise.resolve();
    expect(sizesOf(stream)).toEqual(sizes);
  });

  it('keeps the order, and leaves nothing behind', async () => {
    const stream = new Recorder();
    sendAll(new Burst(), stream, 100);
    await Promise.resolve();
    expect(stream.writes.flat()).toEqual(Array.from({ length: 100 }, (_, index) => `${String(index)} `));
    expect(stream.writableCorked).toBe(0);
  });

  it('is over when all has run that was ready to run', async () => {
    const stream = new Recorder();
    const burst = new Burst();
    sendAll(burst, stream, 6);
    await Promise.resolve();
    sendAll(burst, stream, 6, 6);
    await Promise.resolve();
    expect(sizesOf(stream)).toEqual([1, 1, 1, 1, 2, 1, 1, 1, 1, 2]);
  });

  it('outlives the stream that it began with', async () => {
    const [lost, next] = [new Recorder(), new Recorder()];
    const burst = new Burst();
    sendAll(burst, lost, 6);
    lost.destroy();
    await Promise.resolve();
    sendAll(burst, next, 4);
    await Promise.resolve();
    expect(sizesOf(next)).toEqual([1, 1, 1, 1]);
  });
});

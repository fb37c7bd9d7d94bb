import { expect, it } from '@jest/globals';
import { handedOut } from '../../../nodes/CascadeChatModel/handedOut';

async function all<Piece, Result>(source: AsyncGenerator<Piece, Result>): Promise<[Piece[], Result]> {
  const pieces: Piece[] = [];
  for (;;) {
    const next = await source.next();
    if (next.done) return [pieces, next.value];
    pieces.push(next.value);
  }
}

it('gives the pieces in order, and what the work returns', async () => {
  const source = handedOut<string, string>(async (hand) => {
    await hand('a');
    await Promise.resolve();
    await hand('b');
    return 'whole';
  });
  expect(await all(source)).toEqual([['a', 'b'], 'whole']);
});

it('gives what is handed over without waiting', async () => {
  const source = handedOut<number, string>((hand) => {
    const handed = Promise.all([1, 2, 3].map(hand));
    return handed.then(() => 'whole');
  });
  expect(await all(source)).toEqual([[1, 2, 3], 'whole']);
});

it('gives nothing but the result of work that hands nothing over', async () => {
  expect(await all(handedOut(() => Promise.resolve('whole')))).toEqual([[], 'whole']);
});

it('lets the work wait until the next piece is asked for', async () => {
  const steps: string[] = [];
  const source = handedOut<string, undefined>(async (hand) => {
    await hand('a');
    steps.push('taken');
    await hand('b');
    return undefined;
  });
  await source.next();
  await Promise.resolve();
  expect(steps).toEqual([]);
  await source.next();
  expect(steps).toEqual(['taken']);
});

it('fails as the work fails, after the pieces before', async () => {
  const source = handedOut<string, undefined>(async (hand) => {
    await hand('a');
    throw new Error('broken off');
  });
  expect(await source.next()).toEqual({ done: false, value: 'a' });
  await expect(source.next()).rejects.toThrow('broken off');
});

it('tells the work when nobody listens any more, and holds it up no longer', async () => {
  let ended: () => void;
  const end = new Promise<void>((resolve) => {
    ended = resolve;
  });
  const heard: boolean[] = [];
  const source = handedOut<string, undefined>(async (hand, signal) => {
    await hand('a');
    heard.push(signal.aborted);
    await hand('b');
    ended();
    throw new Error('nobody hears this');
  });
  await source.next();
  await source.return(undefined);
  await end;
  expect(heard).toEqual([true]);
});

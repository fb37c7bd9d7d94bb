interface Offer<Piece> {
  readonly piece: Piece;
  readonly taken: () => void;
}

/**
 * Gives the pieces that `work` hands over while it runs, and at last what it returns. Handing over takes until the next
 * piece is asked for. When nobody asks any more, the signal of `work` is aborted and what it still hands over is lost.
 *
 * @throws what `work` throws
 */
export async function* handedOut<Piece, Result>(
  work: (hand: (piece: Piece) => Promise<void>, signal: AbortSignal) => Promise<Result>,
): AsyncGenerator<Piece, Result, void> {
  const left = new AbortController();
  const offers: Offer<Piece>[] = [];
  const state: { ended: boolean; wake: () => void } = { ended: false, wake: () => undefined };
  const hand = (piece: Piece) =>
    new Promise<void>((taken) => {
      if (left.signal.aborted) taken();
      else offers.push({ piece, taken });
      state.wake();
    });
  const end = () => {
    state.ended = true;
    state.wake();
  };
  const result = work(hand, left.signal);
  void result.then(end, end);
  try {
    for (;;) {
      const [offer] = offers;
      if (offer) {
        yield offer.piece;
        offers.shift();
        offer.taken();
      } else if (state.ended) {
        return await result;
      } else {
        await new Promise<void>((resolve) => {
          state.wake = resolve;
        });
      }
    }
  } finally {
    left.abort();
    for (const { taken } of offers) taken();
  }
}

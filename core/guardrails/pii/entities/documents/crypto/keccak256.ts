/** Bytes that one round of absorbing takes, for 256 bits. */
const RATE = 136;
const ROUNDS = 24;
const LANES = 25;

/**
 * Keccak-256 as Ethereum has it: the padding of the submission (0x01), not that of SHA3-256 (0x06), which
 * `node:crypto` has (keccak.team, "Keccak specifications summary").
 *
 * @param text shorter than 136 characters, all of ASCII
 * @returns 64 hexadecimal digits
 */
export function keccak256(text: string): string {
  const block = new Uint8Array(RATE);
  for (let place = 0; place < text.length; place += 1) block[place] = text.charCodeAt(place);
  block[text.length] = 0x01;
  block[RATE - 1] = (block[RATE - 1] ?? 0) | 0x80;
  // Lanes of 64 bits, little-endian, each as a low and a high half.
  const state = new Uint32Array(2 * LANES);
  for (let place = 0; place < RATE; place += 1) {
    const half = place >> 2;
    state[half] = at(state, half) | ((block[place] ?? 0) << (8 * (place & 3)));
  }
  permute(state);
  return Array.from(state.subarray(0, 8), littleEndian).join('');
}

function littleEndian(half: number): string {
  return [0, 8, 16, 24].map((shift) => ((half >>> shift) & 0xff).toString(16).padStart(2, '0')).join('');
}

/** Where the halves of each lane move to and how far it is turned, in the order of the walk that the specification gives. */
const STEPS = walk();
const ROUND_CONSTANTS = roundConstants();

/** Of one permutation: the state before a step, and the parities of its columns. No lane outlives the call. */
const old = new Uint32Array(2 * LANES);
const parity = new Uint32Array(10);

function permute(state: Uint32Array): void {
  for (const [low, high] of ROUND_CONSTANTS) {
    mixColumns(state);
    moveLanes(state);
    mixRows(state);
    state[0] = at(state, 0) ^ low;
    state[1] = at(state, 1) ^ high;
  }
}

/** Theta. */
function mixColumns(state: Uint32Array): void {
  for (let half = 0; half < 10; half += 1) {
    parity[half] =
      at(state, half) ^
      at(state, half + 10) ^
      at(state, half + 20) ^
      at(state, half + 30) ^
      at(state, half + 40);
  }
  for (let half = 0; half < 10; half += 1) {
    const next = (half + 2) % 10;
    const carried = at(parity, next ^ 1) >>> 31;
    const mix = at(parity, (half + 8) % 10) ^ ((at(parity, next) << 1) | carried);
    for (let row = half; row < 2 * LANES; row += 10) state[row] = at(state, row) ^ mix;
  }
}

/** Rho and pi. */
function moveLanes(state: Uint32Array): void {
  old.set(state);
  for (const { from, to, turn } of STEPS) {
    const swap = turn < 32 ? 0 : 1;
    const low = at(old, from + swap);
    const high = at(old, from + 1 - swap);
    // Shifting by 32 would shift by nothing, so that a turn by a multiple of it goes in two.
    state[to] = (low << turn) | ((high >>> 1) >>> (31 - (turn % 32)));
    state[to + 1] = (high << turn) | ((low >>> 1) >>> (31 - (turn % 32)));
  }
}

/** Chi. */
function mixRows(state: Uint32Array): void {
  old.set(state);
  for (let row = 0; row < 2 * LANES; row += 10) {
    for (let half = 0; half < 10; half += 1) {
      const next = at(old, row + ((half + 2) % 10));
      state[row + half] = at(old, row + half) ^ (~next & at(old, row + ((half + 4) % 10)));
    }
  }
}

function walk() {
  const steps = [{ from: 0, to: 0, turn: 0 }];
  let [x, y] = [1, 0];
  for (let step = 1; step < LANES; step += 1) {
    const from = x + 5 * y;
    [x, y] = [y, (2 * x + 3 * y) % 5];
    steps.push({ from: 2 * from, to: 2 * (x + 5 * y), turn: ((step * (step + 1)) / 2) % 64 });
  }
  return steps;
}

/** A shift register of eight bits gives the bits at 2^j - 1 of each round's constant. */
function roundConstants() {
  let register = 1;
  return Array.from({ length: ROUNDS }, () => {
    const halves: [low: number, high: number] = [0, 0];
    for (let power = 0; power < 7; power += 1) {
      const bit = 2 ** power - 1;
      if (register & 1) halves[bit < 32 ? 0 : 1] |= 1 << (bit % 32);
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
    return halves;
  });
}

function at(numbers: Uint32Array, place: number): number {
  return numbers[place] ?? 0;
}

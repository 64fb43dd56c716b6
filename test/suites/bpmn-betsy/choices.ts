/** Chooses among what could be done next: the same choices for the same seed (mulberry32). */
export function choices(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return n === 0 ? 0 : ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

import type { Explored, State, Step } from './explore.js';

/** The way to a state, from its beginning. */
export function stepsTo(explored: Pick<Explored, 'states'>, id: number): readonly Step[] {
  const steps: Step[] = [];
  for (let at: number | null = id; at !== null;) {
    const { step, from }: State = explored.states[at] as State;
    steps.unshift(step);
    at = from;
  }
  return steps;
}

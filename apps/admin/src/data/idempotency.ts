import { ApiProblem } from './problem.js';

/**
 * One key for one intention of a person. It is kept while the fate of the write is unknown (network lost, 5xx), so that pressing the
 * button again cannot do the thing twice, and it changes as soon as the server has answered or the input has changed.
 */
export class IntentionKey {
  #key: string | null = null;
  #input = '';

  constructor(private readonly make: () => string = () => crypto.randomUUID()) {}

  for(input: unknown): string {
    const text = JSON.stringify(input) ?? '';
    if (this.#key === null || text !== this.#input) {
      this.#key = this.make();
      this.#input = text;
    }
    return this.#key;
  }

  settled(error?: unknown): void {
    const known = error === undefined || (error instanceof ApiProblem && error.status < 500);
    if (known) this.#key = null;
  }
}

import type { Json } from '@reglament/engine';

/** What has been assumed of unknown values, by the name of the value or by the text of the condition and the values that it saw. */
export type Assumptions = ReadonlyMap<string, Json>;

/** One decision that data will make and nobody can make before: which of so many ways was taken, and at which place of the definition. */
export interface Choice {
  readonly pointer: string;
  readonly options: number;
  readonly taken: number;
  /** The paths that it hangs on: two choices that share none cannot rule each other out. */
  readonly paths: readonly string[];
  /** Whether it was the answer that was assumed, not a value: then two of them may rule each other out. */
  readonly opaque: boolean;
  /** What was assumed, for people. */
  readonly says: Json;
}

/** A variable that an expression read. */
export interface Sight { readonly pointer: string; readonly path: string; readonly isSet: boolean }

/** Thrown through the engine when one step has more choices than are looked at. */
export class TooManyChoices extends Error {}

/** More choices within one step are a loop that computes anew each time round. */
const MAX_CHOICES = 20;

/**
 * Stands for everything that the definition asks of data. One run of the engine is one run of the oracle: it follows a script of choices and,
 * where the script ends, takes the first option; who explores runs it again with every other one.
 */
export interface Oracle {
  begin(script: readonly number[], assumptions: Assumptions): void;
  /** How many ways there are, and how each is assumed; an assumption is kept and holds until the value is written anew. */
  choose(at: { readonly pointer: string; readonly paths: readonly string[]; readonly opaque?: boolean }, options: readonly Json[], key: string | null): Json;
  assumed(key: string): Json | undefined;
  see(sight: Sight): void;
  /** A name for a value that is unknown from now on. */
  fresh(): string;
  readonly choices: readonly Choice[];
  readonly assumptions: Assumptions;
  readonly sights: readonly Sight[];
}

/** `prefix`: of the names that it gives; a replay gives others than those which the replayed commands already carry. */
export function createOracle(prefix = 'n'): Oracle {
  let script: readonly number[] = [];
  let assumptions = new Map<string, Json>();
  let choices: Choice[] = [];
  let sights: Sight[] = [];
  let names = 0;
  return {
    begin(given, before) {
      script = given;
      assumptions = new Map(before);
      choices = [];
      sights = [];
    },
    choose({ pointer, paths, opaque = false }, options, key) {
      if (options.length === 1) return options[0] as Json;
      if (choices.length >= MAX_CHOICES) throw new TooManyChoices();
      const taken = script[choices.length] ?? 0;
      const says = options[taken] as Json;
      choices.push({ pointer, options: options.length, taken, paths, opaque, says });
      if (key !== null) assumptions.set(key, says);
      return says;
    },
    assumed: (key) => assumptions.get(key),
    see: (sight) => { sights.push(sight); },
    fresh: () => `${prefix}${++names}`,
    get choices() { return choices; },
    get assumptions() { return assumptions; },
    get sights() { return sights; },
  };
}

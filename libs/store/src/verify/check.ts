import type { Queryable } from '../connection/queryable.js';

/** What a check found wrong: where, and what was found against what was expected. Ids and hashes only. */
export interface Finding { readonly subject: string; readonly detail: string }

/** What the checker cannot know by itself. Each is optional; a check that lacks its function is reported as skipped, by name. */
export interface VerifyOptions {
  /** Replays what was recorded of some hundred instances with the engine; gives those of which the stored snapshot does not come out (I3). */
  readonly replay?: (instances: readonly string[]) => Promise<readonly Finding[]>;
  /** Hash that a signature covers, of a document's content. */
  readonly documentHash?: (content: unknown, templateHash: string | null) => string;
  /** Findings that are told of each check; more are counted. Default 20. */
  readonly limit?: number;
}

export interface Check {
  /** Key, e.g. `history-gapless`. */
  readonly name: string;
  /** Of the invariants I1–I9, or the promise that it guards. */
  readonly invariant: string;
  /** What must hold, for people. */
  readonly holds: string;
  /** Yields what is wrong, one by one; null when it cannot run with these options. */
  readonly run: (db: Queryable, options: VerifyOptions) => AsyncIterable<Finding> | null;
}

/** A check that one query decides: it selects `subject` and `detail` of what is wrong. */
export function sqlCheck(invariant: string, name: string, holds: string, text: string): Check {
  return {
    name, invariant, holds,
    run: async function* (db) {
      yield* await db.query<Finding>({ text: `select subject::text, detail::text from (${text}) as wrong limit 10000` });
    },
  };
}

import type { AnswersPort } from '@reglament/handlers';
import { addSummary, answersOfParts, type Queryable } from '@reglament/store';
import type { Writing } from './documents.js';

export interface AnswersPlace { readonly instance: string; readonly parent: string | null; readonly node: string; readonly now: string }

/** What the parts of the calling case have answered, and the summaries that its steps keep of it. */
export function answersPort(db: Queryable, write: Writing, { instance, parent, node, now }: AnswersPlace): AnswersPort {
  return {
    ofParts({ above = false, ...query }) {
      const asking = above ? parent : instance;
      return asking === null ? Promise.resolve([]) : answersOfParts(db, { parent: asking, ...query });
    },
    keep: (summary) => write((tx) => addSummary(tx, { instance, node, at: now, ...summary })),
  };
}

import type { CaseRecording } from './case-recording.js';
import { createLedger, type Ledger } from './ledger.js';
import type { Way } from './verdict.js';

/** What is known of a recorded case before it is run again. */
export interface Past {
  readonly ledger: Ledger;
  /** When a timer that was for the same thing and due at the same moment was over, as a place in `steps`; null: never. */
  readonly timerEnds: ReadonlyMap<string, number | null>;
  readonly end: Extract<Way, { type: 'ended' }>;
}

export function pastOf(recording: CaseRecording): Past {
  const ledger = createLedger();
  recording.steps.forEach(({ facts }, step) => { for (const fact of facts) ledger.add(fact, step); });
  const last = recording.steps.flatMap(({ facts }) => facts).find(({ kind }) => kind === 'instanceCompleted' || kind === 'instanceCancelled');
  const status = last === undefined ? 'active' : last.kind === 'instanceCompleted' ? 'completed' : 'cancelled';
  const result = last?.data['result'];
  return {
    ledger,
    timerEnds: new Map([...ledger.timers.values()].map((timer) => [timerTwin(timer), timer.endedIn])),
    end: { type: 'ended', status, result: typeof result === 'string' ? result : null },
  };
}

/** Two timers with the same name are due at the same moment for the same thing: then the one does what the other did. */
export function timerTwin({ place, at }: { readonly place: string; readonly at: string }): string {
  return `${place} ${at}`;
}

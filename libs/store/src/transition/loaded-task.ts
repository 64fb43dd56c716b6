import type { Instance } from '@reglament/engine';
import type { LocalizedText, PartyReference } from '@reglament/contracts';
import type { InstanceHead } from './transition.js';

export interface LoadedInstance {
  readonly head: InstanceHead;
  readonly snapshot: Instance;
  /** What a child is called among its siblings; null for a case of its own. */
  readonly childTitle: string | null;
  readonly definition: { readonly key: string; readonly version: number; readonly hash: string };
  readonly organisation: { readonly id: string; readonly path: string; readonly timeZone: string; readonly calendar: string };
}

export interface TaskRecord {
  readonly id: string;
  readonly instance: string;
  readonly organisation: string;
  readonly path: string;
  readonly activity: number;
  readonly node: string;
  readonly slot: number | null;
  readonly title: LocalizedText;
  readonly form: string | null;
  readonly performers: readonly PartyReference[];
  readonly assignee: PartyReference | null;
  readonly excluded: readonly PartyReference[];
  readonly dueAt: string | null;
  readonly priority: number;
  readonly state: string | null;
  readonly why: unknown;
  readonly status: 'open' | 'completed' | 'cancelled';
  readonly outcome: string | null;
  readonly completedBy: PartyReference | null;
  readonly completedRight: unknown;
  readonly openedAt: string;
  readonly closedAt: string | null;
}

/** Everything that a command on a task needs of the database, in one row. */
export interface LoadedTask extends LoadedInstance {
  readonly task: TaskRecord;
  /** What was answered to the same key of the same actor before. */
  readonly answered: { readonly requestHash: string; readonly response: unknown } | null;
}

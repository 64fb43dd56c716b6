import type { StartEvent } from '@reglament/contracts';
import type { Json } from '@reglament/engine';
import type { Tx } from '@reglament/store';
import type { LiveDefinition } from '../definitions/live-definition.js';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { beginInstance } from '../transition/begin-instance.js';
import { stableId } from './stable-id.js';

export interface EventStart { readonly key: string; readonly node: StartEvent }

/** The start events of a process that an event of one type begins. */
export function eventStarts<Type extends 'timer' | 'message' | 'signal'>(live: LiveDefinition, type: Type): readonly (EventStart & { readonly event: Extract<NonNullable<StartEvent['event']>, { type: Type }> })[] {
  return Object.entries(live.definition.nodes).flatMap(([key, node]) => {
    if (node.type !== 'startEvent' || node.in !== undefined || node.event?.type !== type) return [];
    return [{ key, node, event: node.event as Extract<NonNullable<StartEvent['event']>, { type: Type }> }];
  });
}

export interface EventBeginning {
  readonly organisation: string;
  readonly start: EventStart;
  readonly variables: Readonly<Record<string, Json>>;
  /** What this beginning is of: the same cause gives the same case, however often it is told. */
  readonly cause: string;
  /** In the commit of the beginning; false: it has been begun by another. */
  readonly also: (tx: Tx) => Promise<boolean>;
}

/** Begins a case that nobody started. @returns whether it has begun here. @throws Error when the engine refuses. */
export async function beginByEvent(shell: Shell, { live, version }: { readonly live: LiveDefinition; readonly version: number }, given: EventBeginning): Promise<boolean> {
  const organisation = shell.organisations.record(given.organisation);
  if (!organisation) return false;
  const done = await beginInstance(shell, live, { definition: { key: live.definition.key, version }, organisation }, {
    input: {
      id: stableId(`${live.definition.key}.${given.start.key}.${given.organisation}.${given.cause}`), organisation: organisation.id, starter: null, startEvent: given.start.key,
      data: null, submission: null, variables: given.variables,
    },
    actor: null, submission: null, files: [], idempotency: null, also: given.also,
  });
  if (done.kind === 'conflict') return false;
  if (done.kind !== 'done') throw new Error(`${live.definition.key} cannot be begun by ${given.start.key}: ${JSON.stringify(done.refusal)}`);
  afterCommit(shell, done.instance, done.effects);
  return true;
}

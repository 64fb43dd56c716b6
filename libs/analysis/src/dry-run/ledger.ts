import type { PastFact } from './case-recording.js';

interface TimerEntry { readonly place: string; readonly at: string; /** The step in which it fired or was taken away. */ readonly endedIn: number | null; readonly fired: boolean }
interface TaskEntry { readonly node: string; readonly dueAt: unknown; readonly performers: unknown }

/**
 * Ids of a case told apart from the ids of another run of it. A *place* names the same thing in both: the n-th entry into a node, the n-th
 * task of an entry for one slot, a timer by what it is for and when it is due.
 */
export interface Ledger {
  add(fact: PastFact, step: number): void;
  /** Place of an activity, task, timer or subscription; undefined for an id that no fact has named. */
  readonly activityPlaces: ReadonlyMap<number, string>;
  readonly taskPlaces: ReadonlyMap<string, string>;
  readonly subscriptionPlaces: ReadonlyMap<string, string>;
  readonly timers: ReadonlyMap<string, TimerEntry>;
  readonly tasks: ReadonlyMap<string, TaskEntry>;
  /** Where the tokens went from each node, in the order in which they left it. */
  readonly exits: ReadonlyMap<string, readonly string[]>;
  /** Into how many parts each entry was split. */
  readonly parts: ReadonlyMap<string, { readonly node: string; readonly count: number }>;
  /** The service that each entry asked last. */
  readonly services: ReadonlyMap<string, string>;
}

export function createLedger(): Ledger {
  const entries = new Map<string, number>();
  const asked = new Map<string, number>();
  const activityPlaces = new Map<number, string>();
  const taskPlaces = new Map<string, string>();
  const subscriptionPlaces = new Map<string, string>();
  const timers = new Map<string, TimerEntry>();
  const tasks = new Map<string, TaskEntry>();
  const exits = new Map<string, string[]>();
  const parts = new Map<string, { readonly node: string; readonly count: number }>();
  const services = new Map<string, string>();

  const next = (counts: Map<string, number>, key: string): number => {
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    return n;
  };
  const placeOf = (node: string, activity: number): string => {
    const known = activityPlaces.get(activity) ?? `${node}#${next(entries, node)}`;
    activityPlaces.set(activity, known);
    return known;
  };
  const end = (id: string, step: number, fired: boolean): void => {
    const timer = timers.get(id);
    if (timer) timers.set(id, { ...timer, endedIn: step, fired });
  };

  return {
    activityPlaces, taskPlaces, subscriptionPlaces, timers, tasks, exits, parts, services,
    add({ kind, node, activity, task, data }, step) {
      if (node === null) return;
      const place = activity === null ? null : placeOf(node, activity);
      if (kind === 'flowTaken') exits.set(node, [...(exits.get(node) ?? []), String(data['to'])]);
      else if (place === null) return;
      else if (kind === 'taskOpened') {
        const slot = `${place}/${String(data['slot'])}`;
        const taskPlace = `${slot}.${next(asked, slot)}`;
        taskPlaces.set(task ?? '', taskPlace);
        tasks.set(taskPlace, { node, dueAt: data['dueAt'], performers: data['performers'] });
      } else if (kind === 'timerSet') {
        const of = task === null ? place : taskPlaces.get(task) ?? place;
        timers.set(String(data['timer']), { place: `${of} ${String(data['kind'])} ${String(data['ref'])}`, at: String(data['at']), endedIn: null, fired: false });
      } else if (kind === 'timerFired') end(String(data['timer']), step, true);
      else if (kind === 'timerCancelled') end(String(data['timer']), step, false);
      else if (kind === 'messageAwaited') subscriptionPlaces.set(String(data['subscription']), `${place} ${String(data['message'])} ${String(data['ref'])}`);
      else if (kind === 'childrenStarted') parts.set(place, { node, count: Number(data['total']) });
      else if (kind === 'serviceCalled') services.set(place, String(data['handler']));
    },
  };
}

/** The id that a place has in a ledger. The last one counts: a place of which there are several ids is a timer that was set anew. */
export function idAt<Id>(places: ReadonlyMap<Id, string>, place: string): Id | undefined {
  let found: Id | undefined;
  for (const [id, at] of places) if (at === place) found = id;
  return found;
}

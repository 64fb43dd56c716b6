import { lastOccurrence, nextOccurrence } from '@reglament/calendar';
import type { Performer } from '@reglament/contracts';
import { findEventStartedDefinitions, organisationsHolding, seenOccurrence, takeOccurrence, type StartPlace, type EventStartedDefinition } from '@reglament/store';
import type { Shell } from '../shell.js';
import { beginByEvent, eventStarts } from './begin-by-event.js';

/** Somebody may publish a definition, or get a role, at any time: so often it is looked for them, in seconds of business time. */
const LOOK_AGAIN_SECONDS = 60;

/**
 * Begins the cases whose start event has come round. Cheap to call: between two looks it only compares moments. What fell due several times
 * while nothing ran begins once, for the last time that it fell due.
 */
export function createRecurringStarts(shell: Shell): { look(): Promise<void> } {
  let lookAt = '';
  let looked = shell.clock.now();
  return {
    async look() {
      const now = shell.clock.now();
      if (now < lookAt) return;
      lookAt = await beginAllDue(shell, { now, looked });
      looked = now;
    },
  };
}

/** `looked`: when it was looked before; what is met for the first time now counts from there, not from its next occurrence but one. */
interface Look { readonly now: string; readonly looked: string }

/** @returns when it should be looked again. Nothing that fails here may keep back the timers of running cases. */
async function beginAllDue(shell: Shell, look: Look): Promise<string> {
  let next = new Date(Date.parse(look.now) + LOOK_AGAIN_SECONDS * 1000).toISOString();
  const failed = (definition: string | null, error: unknown): void => { shell.log.error('start.failed', { definition, error: String(error) }); };
  const definitions = await findEventStartedDefinitions(shell.store, 'timer').catch((error: unknown) => { failed(null, error); return []; });
  for (const definition of definitions) {
    try {
      const coming = await beginDue(shell, definition, look);
      if (coming !== null && coming < next) next = coming;
    } catch (error) {
      failed(definition.key, error); // tried again at the next look
    }
  }
  return next;
}

/** @returns when the next occurrence comes, of all places. */
async function beginDue(shell: Shell, definition: EventStartedDefinition, { now, looked }: Look): Promise<string | null> {
  let next: string | null = null;
  for (const organisation of await placesOf(shell, definition, now)) {
    const found = await shell.definitions.current(definition.key, organisation);
    const calendar = shell.organisations.facts(organisation)?.calendar;
    // A department that has a version of its own goes by that one.
    if (found?.live.hash !== definition.hash || !calendar) continue;
    for (const start of eventStarts(found.live, 'timer')) {
      const place: StartPlace = { organisation, definition: definition.key, startEvent: start.key };
      const seen = await seenOccurrence(shell.store, place, looked);
      const due = lastOccurrence(start.event, now, calendar);
      if (due !== null && due > seen) {
        await beginByEvent(shell, found, { organisation, start, variables: {}, cause: due, also: (tx) => takeOccurrence(tx, place, seen, due) });
      }
      const coming = nextOccurrence(start.event, now, calendar);
      if (coming !== null && (next === null || coming < next)) next = coming;
    }
  }
  return next;
}

/** Where somebody holds a role that may start it by hand; where it names none, the definition's own organisation. */
async function placesOf(shell: Shell, definition: EventStartedDefinition, now: string): Promise<readonly string[]> {
  const live = await shell.definitions.get(definition.hash);
  const roles = eventStarts(live, 'timer').flatMap(({ node }) => rolesOf(node.performers ?? []));
  if (roles.length === 0) return [definition.organisation];
  return organisationsHolding(shell.store, roles, { path: definition.path, below: definition.visibleBelow }, now.slice(0, 10));
}

function rolesOf(performers: readonly Performer[]): readonly string[] {
  return performers.flatMap((performer) => (performer.type === 'role' && performer.organisation === undefined ? [performer.role] : []));
}

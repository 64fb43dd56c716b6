import type { CheckRegistry, HandlerRegistry } from '@reglament/handlers';
import type { Store } from '@reglament/store';
import type { Passed } from './crash/crash-point.js';
import type { BusinessClock } from './clock/business-clock.js';
import type { DefinitionCache } from './definitions/definition-cache.js';
import type { OrganisationCache } from './organisations/organisation-cache.js';
import type { PeopleCache } from './people/people-cache.js';
import type { LiveUpdates } from './live/live-updates.js';
import type { Recorder } from './transition/recorded-transition.js';
import type { SettingsCache } from './definitions/settings-cache.js';

/** One line of the program's own log. Never a personal value: ids, keys, codes. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** What every use case works with. Made once by `createRuntime`; each use case takes it as its first argument and nothing else from outside. */
export interface Shell {
  readonly store: Store;
  readonly clock: BusinessClock;
  readonly definitions: DefinitionCache;
  readonly settings: SettingsCache;
  readonly organisations: OrganisationCache;
  readonly people: PeopleCache;
  readonly handlers: HandlerRegistry;
  readonly checks: CheckRegistry;
  readonly live: LiveUpdates;
  readonly log: Log;
  /** Told of every committed transition, where somebody wants to replay them; the product itself has none. */
  readonly record: Recorder | null;
  /** Called at every crash point; only a chaos test does anything there. */
  readonly passed: Passed;
  /** Reads how far business time is ahead: another process may have moved it. */
  readonly refreshClock: () => Promise<void>;
  /** Tells the relay that there is work in the outbox. Losing a nudge costs seconds, never work: the sweep finds it. */
  readonly nudge: () => void;
}

import { announce } from '@reglament/store';
import type { Shell } from '../shell.js';

/** What of the kept configuration is stale. */
export type Stale = 'people' | 'organisations' | 'settings' | 'clock';

export const SETTINGS_CHANNEL = 'reglament_settings';

/** Forgets here at once what has changed, and tells the other processes. */
export async function configurationChanged(shell: Shell, stale: Stale): Promise<void> {
  await forget(shell, stale);
  await announce(shell.store, SETTINGS_CHANNEL, stale);
}

/** Null: messages may have been lost, so everything is read anew. */
async function forget(shell: Shell, stale: Stale | null): Promise<void> {
  if (stale === 'people' || stale === null) shell.people.forget();
  if (stale === 'settings' || stale === null) await shell.settings.refresh();
  // Calendars are settings, superiors are roles: both stand in what the engine knows of an organisation.
  if (stale !== 'clock') await shell.organisations.refresh();
  if (stale === 'clock' || stale === null) await shell.refreshClock();
}

function readStale(payload: string): Stale | null {
  return payload === 'people' || payload === 'organisations' || payload === 'settings' || payload === 'clock' ? payload : null;
}

/** What another process, or this one, has announced. Who looks at dates is told only after this process goes by the moved clock. */
export async function heard(shell: Shell, payload: string | null): Promise<void> {
  const stale = payload === null ? null : readStale(payload);
  await forget(shell, stale);
  if (stale === 'clock' || stale === null) shell.live.clockMoved();
}

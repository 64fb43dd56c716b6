import type { Queryable } from '../connection/queryable.js';
import { readSetting, writeSetting } from '../settings/settings.js';

/** Whether a notification that is written now is to be mailed as well; asked once per statement, whatever it writes. */
export const mailIsOn = `exists (select from settings where key = 'mail' and value @> '{"on": true}')`;

/** Said by the process that sends: notifications that are written while mail is off are not mailed later. */
export async function writeMailSwitch(db: Queryable, on: boolean): Promise<void> {
  if ((await readMailSwitch(db)) !== on) await writeSetting(db, 'mail', { on });
}

export async function readMailSwitch(db: Queryable): Promise<boolean> {
  return holds(await readSetting(db, 'mail'), 'on') === true;
}

/** The mail server takes nothing at all from us: since when (real time), and what it said, without addresses. */
export interface MailServerAway { readonly since: string; readonly answer: string }

export async function writeMailServer(db: Queryable, away: MailServerAway | null): Promise<void> {
  await writeSetting(db, 'mail-server', { away });
}

export async function readMailServer(db: Queryable): Promise<MailServerAway | null> {
  const away = holds(await readSetting(db, 'mail-server'), 'away');
  const [since, answer] = [holds(away, 'since'), holds(away, 'answer')];
  return typeof since === 'string' && typeof answer === 'string' ? { since, answer } : null;
}

function holds(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

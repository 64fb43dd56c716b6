import { existsSync } from 'node:fs';
import type { SampleCase } from '@reglament/contracts';
import { readSetting, writeSetting, type Queryable } from '@reglament/store';
import { readDemoPasswords } from '../accounts/demo-passwords-file.js';
import { readPackageFiles } from '../packages/read-package-files.js';
import type { Shell } from '../shell.js';
import { readDemoMark } from './base-kind.js';
import { accountsFileOf } from './demo-accounts.js';
import { callerOf, playCase, StepRefused } from './play-case.js';
import { sampleId } from './sample-id.js';
import { sampleCasesOf, samplesOf } from './samples.js';

export interface PlayRequest {
  /** Folder that holds `workflows/`. */
  readonly root: string;
  readonly dataDir: string;
  /** Keys of the packages whose cases are played. Default: every one. */
  readonly packages?: readonly string[];
  /** Stops between two steps; the next start goes on from there. */
  readonly signal?: AbortSignal;
}

/** How far a case has come. */
export interface Played { readonly day: string; readonly state: 'begun' | 'done' | 'refused'; readonly tasks: readonly string[]; readonly instance?: string }

/**
 * Plays the cases of `samples/cases.json` on a demo base, each once, through the use cases that people use. A case that was cut off goes
 * on where it was at the next start. Never rejects: what goes wrong is told to the log. Services and parallel parts need the background
 * work to run, here or in another process.
 */
export async function playDemoCases(shell: Shell, request: PlayRequest): Promise<void> {
  try {
    const mark = await readDemoMark(shell.store);
    const file = mark?.complete ? accountsFileOf(request.dataDir, mark.id) : null;
    // Without passwords nobody can sign: the cases wait until there are new ones.
    if (file === null || !existsSync(file)) return;
    const passwords = await readDemoPasswords(file);
    const read = await readPackageFiles(request.root);
    const logins = new Map(samplesOf(read).people.map(({ key, login }) => [key, login]));
    for (const given of sampleCasesOf(read).flatMap(({ key, cases }) => (request.packages?.includes(key) ?? true ? cases : []))) {
      if (request.signal?.aborted) return;
      await playOnce(shell, given, request.signal, (person) => passwords.get(logins.get(person) ?? ''));
    }
  } catch (error) {
    shell.log.error('demoCases.failed', { error: String(error) });
  }
}

export async function playedOf(db: Queryable, key: string): Promise<Played | undefined> {
  return (await readSetting(db, settingOf(key))) as Played | undefined;
}

const settingOf = (key: string): string => `demo-case:${key}`;

async function playOnce(shell: Shell, given: SampleCase, signal: AbortSignal | undefined, passwordOf: (person: string) => string | undefined): Promise<void> {
  const known = await playedOf(shell.store, given.key);
  if (known && known.state !== 'begun') return;
  const home = given.organisation === undefined ? await shell.people.organisationOf(callerOf(given.starter).person) : sampleId('organisation', given.organisation);
  let played: Played = known ?? { day: shell.clock.localDate(shell.organisations.record(home ?? '')?.timeZone ?? 'UTC'), state: 'begun', tasks: [] };
  const keep = async (changed: Partial<Played>): Promise<void> => {
    played = { ...played, ...changed };
    await writeSetting(shell.store, settingOf(given.key), played);
  };
  await keep({});
  try {
    const instance = await continuedBy(shell, given);
    const ended = await playCase(shell, { given, instance, home: home ?? '', passwordOf, signal, day: played.day, tasks: played.tasks, keepTasks: (tasks) => keep({ tasks }) });
    if (ended !== null) await keep({ state: 'done', instance: ended });
  } catch (error) {
    if (error instanceof StepRefused) await keep({ state: 'refused' });
    shell.log.error('demoCase.failed', { case: given.key, error: String(error), ...(error instanceof StepRefused && whyRefused(error)) });
  }
}

/** The case that these steps belong to, where they go on with one. */
async function continuedBy(shell: Shell, { key, continues }: SampleCase): Promise<string | null> {
  if (continues === undefined) return null;
  const before = await playedOf(shell.store, continues);
  if (before?.instance === undefined) throw new Error(`${key}: ${continues} was not played to its end`);
  return before.instance;
}

/** Codes and places, never what was typed. */
function whyRefused({ step, refusal }: StepRefused): Readonly<Record<string, unknown>> {
  return { step, code: refusal.code, at: refusal.errors?.map(({ pointer, code }) => `${pointer} ${code}`), findings: refusal.checks?.findings.map(({ code, pointer }) => `${pointer} ${code}`) };
}

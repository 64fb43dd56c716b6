import { dropTimer, loadInstance, loadInstances, openIncident, postponeTimer, type ClaimedTimer, type LoadedInstance } from '@reglament/store';
import { randomUUID } from 'node:crypto';
import type { Shell } from '../shell.js';
import { afterCommit } from '../transition/after-commit.js';
import { carryOut } from '../transition/carry-out.js';
import { pauseAfter } from './back-off.js';
import { causeOf } from './incident.js';

/** Seconds until a timer that has an incident is looked at again: somebody may have mended the definition's surroundings. */
const INCIDENT_PAUSE = 3600;
const MAX_CONFLICTS = 10;

/**
 * Fires claimed timers. Instances are loaded in one query and their transitions go out by group commit; timers of one instance fire
 * in the order of their moments.
 */
export async function fireTimers(shell: Shell, timers: readonly ClaimedTimer[]): Promise<void> {
  const loaded = await loadInstances(shell.store, [...new Set(timers.map((timer) => timer.instance))]);
  const byInstance = new Map<string, ClaimedTimer[]>();
  for (const timer of timers) byInstance.set(timer.instance, [...(byInstance.get(timer.instance) ?? []), timer]);
  await Promise.all([...byInstance].map(async ([instance, own]) => {
    let known: LoadedInstance | null = loaded.get(instance) ?? null;
    for (const timer of own) {
      await fireOne(shell, timer, known);
      known = null; // the first firing has moved the instance on
    }
  }));
}

async function fireOne(shell: Shell, timer: ClaimedTimer, known: LoadedInstance | null): Promise<void> {
  try {
    let lost = -1;
    for (let count = 0; count < MAX_CONFLICTS; count += 1) {
      const loaded = count === 0 && known ? known : await loadInstance(shell.store, timer.instance);
      // Nobody has moved the instance since the conflict: then it is our lease that has passed to another.
      if (loaded?.head.version === lost) return;
      lost = loaded?.head.version ?? -1;
      if (!loaded || loaded.snapshot.status !== 'active') return void (await dropTimer(shell.store, timer));
      const live = await shell.definitions.get(loaded.definition.hash);
      shell.passed('before-timer-fire');
      const done = await carryOut(shell, live, loaded, shell.organisations.context(shell.clock.now()), {
        command: () => ({ type: 'fireTimer', timer: timer.id }),
        actor: null, remark: null, submission: null, idempotency: null, firedTimer: { id: timer.id, fence: timer.fence },
      });
      if (done.kind === 'conflict') continue;
      shell.passed('after-timer-fire');
      if (done.kind === 'done') afterCommit(shell, done.instance, done.effects);
      else await dropTimer(shell.store, timer);
      return;
    }
    // Ten conflicts in a row: the instance is a hot spot. The row stays and comes again after its lease.
  } catch (error) {
    await failed(shell, timer, error);
  }
}

async function failed(shell: Shell, timer: ClaimedTimer, error: unknown): Promise<void> {
  const cause = causeOf(error);
  const pause = pauseAfter(timer.attempts, null);
  shell.log.error('timer.failed', { instance: timer.instance, timer: timer.id, attempts: timer.attempts, code: cause.code, again: pause });
  if (pause === null) {
    const loaded = await loadInstance(shell.store, timer.instance);
    const node = loaded?.snapshot.activities.find(({ id }) => id === timer.activity)?.node ?? '';
    await openIncident(shell.store, { id: randomUUID(), instance: timer.instance, node, activity: timer.activity, source: 'timer', sourceId: timer.id, code: cause.code, message: cause.message, attempts: timer.attempts });
  }
  await postponeTimer(shell.store, timer, pause ?? INCIDENT_PAUSE);
}

import { claimOutbox, claimTimers, type ClaimedMessage } from '@reglament/store';
import type { Shell } from '../shell.js';
import { carryMigrations } from '../migrations/carry-migrations.js';
import { createRecurringStarts } from './begin-what-comes-round.js';
import type { WakeUp, WakeUpQueue } from '../queue/wake-up-queue.js';

export interface Relay {
  /** Something is waiting: look now. Cheap to call; many calls make one look. */
  nudge(): void;
  /** Looks at once and resolves when what was due has been published. For tests and for a moved clock. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** Rows in one claim. A timer job carries a whole claim, so 50,000 timers of one minute are 100 jobs. */
const MESSAGES_PER_CLAIM = 200;
const TIMERS_PER_CLAIM = 500;
/** Seconds of real time that a claim holds. What was lost on the way (a dead worker, a flushed queue) is claimed again after it. */
const LEASE_SECONDS = 25;
/** Jobs that wait, beyond which nothing more is claimed: a claim that lies in the queue until its lease ends is claimed and done again. */
const ENOUGH_WAITING = 12;
/** The sweep is the truth: nudges only make it sooner. */
const SWEEP_MS = 2_000;

/** Claims what is due in PostgreSQL and publishes it. Many processes may run one: a row is claimed by one of them at a time. */
export function startRelay(shell: Shell, queue: WakeUpQueue): Relay {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  const recurring = createRecurringStarts(shell);
  const look = async (): Promise<void> => {
    await recurring.look();
    await publishTimers(shell, queue);
    await publishMessages(shell, queue);
    // Some at a time, after everything that somebody waits for.
    if (await carryMigrations(shell)) again = true;
  };
  const run = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = look()
      .catch((error: unknown) => { shell.log.error('relay.failed', { error: String(error) }); })
      .finally(() => {
        running = null;
        if (again && !stopped) {
          again = false;
          void run();
        }
      });
    return running;
  };
  const timer = setInterval(() => { void run(); }, SWEEP_MS);
  return {
    nudge: () => { if (!stopped) void run(); },
    async sweep() {
      await running;
      await run();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function publishTimers(shell: Shell, queue: WakeUpQueue): Promise<void> {
  for (;;) {
    const timers = await claimTimers(shell.store, shell.clock.now(), TIMERS_PER_CLAIM, LEASE_SECONDS);
    if (timers.length > 0) await queue.publish([{ id: `timers-${jobPart(timers[0]!.id)}-${timers[0]!.fence}`, kind: 'timers', timers }]);
    if (timers.length < TIMERS_PER_CLAIM || (await queue.waiting()) > ENOUGH_WAITING) return;
  }
}

async function publishMessages(shell: Shell, queue: WakeUpQueue): Promise<void> {
  for (;;) {
    const messages = await claimOutbox(shell.store, MESSAGES_PER_CLAIM, LEASE_SECONDS);
    if (messages.length > 0) {
      shell.passed('before-outbox-send');
      await queue.publish(jobsOf(messages));
      shell.passed('after-outbox-send');
    }
    if (messages.length < MESSAGES_PER_CLAIM || (await queue.waiting()) > ENOUGH_WAITING * MESSAGES_PER_CLAIM) return;
  }
}

/** One job a message, so that a slow service holds up nobody; but one for all that a parent is to be told of its children. */
export function jobsOf(messages: readonly ClaimedMessage[]): readonly WakeUp[] {
  const groups = new Map<string, ClaimedMessage[]>();
  for (const message of messages) {
    const group = message.kind === 'childrenChanged' ? `${message.instance}.${message.activity}` : String(message.id);
    groups.set(group, [...(groups.get(group) ?? []), message]);
  }
  return [...groups.values()].map((group) => ({ id: `messages-${group[0]!.id}-${group[0]!.fence}`, kind: 'messages', messages: group }));
}

/** BullMQ allows no colon in a job's id. */
function jobPart(id: string): string {
  return id.replaceAll(':', '_');
}

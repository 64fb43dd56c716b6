import type { WakeUpQueue } from '../queue/wake-up-queue.js';
import { writeMailSwitch } from '@reglament/store';
import type { MailSettings } from '../mail/mail-settings.js';
import { startMailer } from '../mail/mailer.js';
import { startBatchRunner } from '../operations/run-batches.js';
import type { Shell } from '../shell.js';
import { startHousekeeping } from './housekeeping.js';
import { startRelay, type Relay } from './relay.js';
import { runJob } from './run-job.js';

export interface Background extends Relay { stop(): Promise<void> }

/** Everything that works without being asked: the relay with its sweep, the worker of the queue, mail where it is on, housekeeping. */
export async function startBackground(shell: Shell, queue: WakeUpQueue, mail: MailSettings | null): Promise<Background> {
  if (mail === null) await writeMailSwitch(shell.store, false);
  const mailer = mail === null ? null : await startMailer(shell, mail);
  await queue.work((job) => runJob(shell, job));
  const relay = startRelay(shell, queue);
  const batches = startBatchRunner(shell);
  const housekeeping = startHousekeeping(shell);
  return {
    nudge: () => {
      relay.nudge();
      batches.nudge();
    },
    async sweep() {
      await batches.sweep();
      await relay.sweep();
      await mailer?.sweep();
    },
    async stop() {
      await batches.stop();
      await relay.stop();
      await mailer?.stop();
      await queue.close();
      await housekeeping.stop();
    },
  };
}

import type { WakeUpQueue } from '../queue/wake-up-queue.js';
import type { Shell } from '../shell.js';
import { startHousekeeping } from './housekeeping.js';
import { startRelay, type Relay } from './relay.js';
import { runJob } from './run-job.js';

export interface Background extends Relay { stop(): Promise<void> }

/** Everything that works without being asked: the relay with its sweep, the worker of the queue, housekeeping. */
export async function startBackground(shell: Shell, queue: WakeUpQueue): Promise<Background> {
  await queue.work((job) => runJob(shell, job));
  const relay = startRelay(shell, queue);
  const housekeeping = startHousekeeping(shell);
  return {
    nudge: () => { relay.nudge(); },
    sweep: () => relay.sweep(),
    async stop() {
      await relay.stop();
      await queue.close();
      await housekeeping.stop();
    },
  };
}

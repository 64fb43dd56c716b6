import type { ClaimedMessage } from '@reglament/store';
import type { WakeUp } from '../queue/wake-up-queue.js';
import type { Shell } from '../shell.js';
import { alignChildren } from './align-children.js';
import { cancelChildren } from './cancel-children.js';
import { deliverMessage } from './deliver-message.js';
import { fireTimers } from './fire-timers.js';
import { runService } from './run-service.js';
import { startChildren } from './start-children.js';
import { tellParent } from './tell-parent.js';

/** Carries out one job. Every kind of work finds for itself that there is nothing left to do: a duplicate delivery is no fault. */
export async function runJob(shell: Shell, job: WakeUp): Promise<void> {
  if (job.kind === 'timers') return fireTimers(shell, job.timers);
  const [first] = job.messages;
  if (first) await runMessages(shell, first, job.messages);
}

function runMessages(shell: Shell, first: ClaimedMessage, messages: readonly ClaimedMessage[]): Promise<void> {
  switch (first.kind) {
    case 'callService': return runService(shell, first);
    case 'startChildren': return startChildren(shell, first);
    case 'cancelChildren': return cancelChildren(shell, first);
    case 'alignChildren': return alignChildren(shell, first);
    case 'sendMessage': return deliverMessage(shell, first);
    case 'childrenChanged': return tellParent(shell, messages);
  }
}

import { permittedPaths } from '@reglament/access';
import { claimBatch, findBatch, finishBatch, listIncidents, nextBatchItems, renewBatch, settleBatchItem, type ClaimedBatch, type OperationBatch } from '@reglament/store';
import { ok, type Answer, type RefusalAnswer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import { retryIncident } from '../background/retry-incident.js';
import { cancelInstance } from '../instances/cancel-instance.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';
import { modifyCase } from './modify-case.js';
import { resumeCase, suspendCase } from './suspend-case.js';

/** Operations over many cases. A loop of its own and no job of the queue: five thousand cases must not hold up the timers. */
export interface BatchRunner {
  nudge(): void;
  /** Works until nothing is left to do. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

const LOOK_MS = 2_000;
/** Seconds of real time; renewed with every handful of cases. */
const LEASE_SECONDS = 30;
const HANDFUL = 10;

export function startBatchRunner(shell: Shell, lease = LEASE_SECONDS): BatchRunner {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  const isStopped = (): boolean => stopped;
  const run = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = work(shell, lease, isStopped)
      .catch((error: unknown) => { shell.log.error('batch.failed', { error: String(error) }); })
      .finally(() => {
        running = null;
        if (again && !stopped) {
          again = false;
          void run();
        }
      });
    return running;
  };
  const timer = setInterval(() => { void run(); }, LOOK_MS);
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

async function work(shell: Shell, lease: number, isStopped: () => boolean): Promise<void> {
  for (;;) {
    const claimed = isStopped() ? null : await claimBatch(shell.store, lease);
    const batch = claimed && (await findBatch(shell.store, claimed.id));
    if (!claimed || !batch) return;
    await runBatch(shell, claimed, batch, lease, isStopped);
  }
}

/**
 * Case after case. Each is done under an idempotency key of its own and then written down: a process that dies between the two does it
 * again and is answered from what it has done, so every case is done once.
 */
async function runBatch(shell: Shell, claimed: ClaimedBatch, batch: OperationBatch, lease: number, isStopped: () => boolean): Promise<void> {
  for (;;) {
    const items = await nextBatchItems(shell.store, batch.id, HANDFUL);
    if (items.length === 0) {
      await finishBatch(shell.store, claimed);
      return shell.live.changed({ instance: batch.id, parties: [batch.by] });
    }
    if (isStopped() || !(await renewBatch(shell.store, claimed, lease))) return;
    for (const { seq, instance } of items) {
      const refused = await refusalOf(shell, batch, `batch:${batch.id}:${seq}`, instance);
      await settleBatchItem(shell.store, batch.id, seq, refused);
    }
    shell.live.changed({ instance: batch.id, parties: [] });
  }
}

async function refusalOf(shell: Shell, batch: OperationBatch, key: string, instance: string): Promise<RefusalAnswer | null> {
  try {
    const answer = await operateOn(shell, { person: batch.by, locale: batch.locale, address: null }, batch, key, instance);
    return answer.ok ? null : answer.refusal;
  } catch (error) {
    shell.log.error('batch.itemFailed', { batch: batch.id, instance, error: String(error) });
    return { status: 409, code: 'unexpected', text: { ru: 'Не удалось: сбой записан в журнал системы.', en: 'It failed: the fault is in the log of the system.' } };
  }
}

function operateOn(shell: Shell, caller: Caller, { kind, reason: remark, values }: OperationBatch, idempotencyKey: string, instance: string): Promise<Answer<unknown>> {
  switch (kind) {
    case 'suspend': return suspendCase(shell, caller, { instance, body: { remark }, idempotencyKey });
    case 'resume': return resumeCase(shell, caller, { instance, body: { remark }, idempotencyKey });
    case 'cancel': return cancelInstance(shell, caller, { instance, body: { remark }, idempotencyKey });
    case 'setVariables': return modifyCase(shell, caller, { instance, body: { remark, changes: [{ kind: 'setVariables', values: values ?? {} }] }, idempotencyKey });
    case 'retry': return retryAll(shell, caller, instance);
  }
}

/** Every open incident of the case; one that somebody else has resolved meanwhile is no refusal. */
async function retryAll(shell: Shell, caller: Caller, instance: string): Promise<Answer<unknown>> {
  const { items } = await listIncidents(shell.store, { paths: permittedPaths(await callerSubject(shell, caller), 'seeIncidents'), status: 'open', instance });
  for (const { id } of items) {
    const answer = await retryIncident(shell, caller, id);
    if (!answer.ok && answer.refusal.code !== 'incidentResolved') return answer;
  }
  return ok(null);
}

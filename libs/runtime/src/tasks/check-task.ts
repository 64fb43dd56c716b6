import type { CheckResult } from '@reglament/contracts';
import type { JsonObject } from '@reglament/handlers';
import { prefillOf } from '@reglament/engine';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { checksOf, formOf, humanNode } from './human-node.js';
import { variablesAfter } from './judge-completion.js';
import { judgeSubmission } from './judge-submission.js';
import { loadFor } from './load-for.js';
import { runChecks } from './run-checks.js';

/** Runs the task's checks over what is typed so far, complete or not: nothing is kept. */
export async function checkTask(shell: Shell, caller: Caller, request: { readonly task: string; readonly data: Readonly<Record<string, unknown>> }): Promise<Answer<CheckResult>> {
  const found = await loadFor(shell, caller, request.task, 'task.check');
  if (!found.ok) return found;
  const { loaded, live, context } = found.value;
  const node = humanNode(live, loaded.task.node);
  const form = formOf(live, loaded.task.form);
  const data = form === null ? request.data : judgeSubmission({
    form, data: request.data, base: prefillOf(live.compiled, loaded.snapshot, loaded.task.activity, context), now: context.now,
    zone: loaded.organisation.timeZone, locale: caller.locale, mode: 'draft',
  }).data;
  return ok(await runChecks(shell, {
    checks: checksOf(node), variables: variablesAfter(loaded, node.variable, data as JsonObject), instance: loaded.head.id, organisation: loaded.organisation, now: context.now, locale: caller.locale,
  }));
}

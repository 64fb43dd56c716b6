import type { CompleteTask, Finding } from '@reglament/contracts';
import { prefillOf, type Context, type Json } from '@reglament/engine';
import type { JsonObject } from '@reglament/handlers';
import type { LoadedTask } from '@reglament/store';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { engineRefusal } from '../answers/engine-refusal.js';
import { checksFailed, formInvalid, warningsNeedReasons } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { LiveDefinition } from '../definitions/live-definition.js';
import { judgeLookups } from '../records/lookup-records.js';
import { judgeFiles } from '../files/judge-files.js';
import type { Shell } from '../shell.js';
import { checksOf, formOf, humanNode, outcomesOf } from './human-node.js';
import { fieldErrors, judgeSubmission } from './judge-submission.js';
import { runChecks, unansweredWarnings } from './run-checks.js';

export interface JudgedCompletion {
  /** As it will be kept; null where the outcome skips the form or the task has none. */
  readonly data: { readonly [field: string]: Json } | null;
  /** Warnings that were overruled with a reason: kept with the submission. */
  readonly overruled: readonly Finding[];
}

/** Step 5 of a completion: the form's verdict, then the checks that watch this outcome. */
export async function judgeCompletion(shell: Shell, caller: Caller, live: LiveDefinition, loaded: LoadedTask, body: CompleteTask, context: Context): Promise<Answer<JudgedCompletion>> {
  const node = humanNode(live, loaded.task.node);
  const outcomes = outcomesOf(node);
  const outcome = outcomes.get(body.outcome);
  if (!outcome) return refuse(engineRefusal({ code: 'unknownOutcome', outcome: body.outcome, allowed: [...outcomes.keys()] }));
  const form = formOf(live, loaded.task.form);
  if (!form || outcome.skipForm === true) return ok({ data: null, overruled: [] });

  const base = prefillOf(live.compiled, loaded.snapshot, loaded.task.activity, context);
  const verdict = judgeSubmission({
    form, data: body.data ?? {}, base, now: context.now, zone: loaded.organisation.timeZone, locale: caller.locale, mode: 'submit',
  });
  if (!verdict.valid) return refuse(formInvalid(fieldErrors(verdict)));
  const data = verdict.data as JsonObject;
  const files = await judgeFiles(shell, { form, data, instance: loaded.head.id, person: caller.person, locale: caller.locale });
  if (files.length > 0) return refuse(formInvalid(files));
  const lookups = await judgeLookups(shell, caller, { form, data, base });
  if (lookups.length > 0) return refuse(formInvalid(lookups));

  const checks = checksOf(node).filter((check) => check.outcomes.includes(body.outcome));
  if (checks.length === 0) return ok({ data, overruled: [] });
  const result = await runChecks(shell, { checks, variables: variablesAfter(loaded, node.variable, data), instance: loaded.head.id, organisation: loaded.organisation, now: context.now, locale: caller.locale });
  if (result.blockedOutcomes.includes(body.outcome)) return refuse(checksFailed(result));
  if (unansweredWarnings(result, body.warningReasons ?? {}).length > 0) return refuse(warningsNeedReasons(result));
  return ok({ data, overruled: result.findings.filter((finding) => finding.severity === 'warning') });
}

/** The case's variables as they will be once this data is in. */
export function variablesAfter(loaded: Pick<LoadedTask, 'snapshot'>, variable: string | undefined, data: JsonObject): JsonObject {
  return variable === undefined ? loaded.snapshot.variables : { ...loaded.snapshot.variables, [variable]: data };
}

import type { CheckResult, Finding, Locale, SubmissionCheck } from '@reglament/contracts';
import type { JsonObject } from '@reglament/handlers';
import { localDate } from '../clock/local-date.js';
import { checkPorts } from '../services/check-ports.js';
import type { Shell } from '../shell.js';

export interface CheckRequest {
  readonly checks: readonly SubmissionCheck[];
  /** The case's variables as they will be after the submission. */
  readonly variables: JsonObject;
  readonly instance: string;
  readonly organisation: { readonly id: string; readonly timeZone: string };
  readonly now: string;
  readonly locale: Locale;
}

/** Runs the checks of a task over what is about to be submitted. An error blocks the outcomes that its check names. */
export async function runChecks(shell: Shell, request: CheckRequest): Promise<CheckResult> {
  const findings: Finding[] = [];
  const summary: string[] = [];
  const blocked = new Set<string>();
  for (const each of request.checks) {
    const check = shell.checks.get(each.handler);
    if (!check) throw new Error(`check "${each.handler}" is unknown: the boot should have refused its definition`);
    const report = await check.run((each.settings ?? {}) as JsonObject, {
      variables: request.variables, instance: request.instance, organisation: request.organisation.id, today: localDate(request.now, request.organisation.timeZone), locale: request.locale,
    }, checkPorts(shell));
    findings.push(...report.findings);
    summary.push(...report.summary);
    if (report.findings.some((finding) => finding.severity === 'error')) for (const outcome of each.outcomes) blocked.add(outcome);
  }
  return { findings, summary, blockedOutcomes: [...blocked] };
}

/** Warnings that were not answered by a reason, for an outcome that the checks watch. */
export function unansweredWarnings(result: CheckResult, reasons: Readonly<Record<string, string>>): readonly Finding[] {
  return result.findings.filter((finding) => finding.severity === 'warning' && (reasons[finding.code] ?? '').trim() === '');
}

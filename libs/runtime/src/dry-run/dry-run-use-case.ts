import { decide, permittedPaths } from '@reglament/access';
import type { DryRunCases, DryRunView } from '@reglament/contracts';
import { ok, refuse, type Answer } from '../answers/answer.js';
import { invalidRequest, noAccess, notFound } from '../answers/refusals.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { callerSubject } from '../views/subject-of.js';
import { prepareDraft } from './prepare-draft.js';
import { dryRunPage, pathsWithin } from './run-cases.js';

/**
 * A page of past cases run again on a draft, for who may see definitions: of the cases, those in organisations where the caller sees all. The
 * panel asks page after page, so no request takes long.
 */
export async function dryRunCases(shell: Shell, caller: Caller, body: DryRunCases): Promise<Answer<DryRunView>> {
  const subject = await callerSubject(shell, caller);
  const organisation = await shell.people.organisationOf(caller.person);
  const path = organisation ? shell.organisations.record(organisation)?.path : undefined;
  if (!organisation || path === undefined) return refuse(notFound());
  const decision = decide('definition.read', subject, { type: 'organisation', path });
  if (!decision.allowed) return refuse(noAccess(decision));
  const wished = body.organisation === undefined ? undefined : shell.organisations.record(body.organisation)?.path;
  if (body.organisation !== undefined && wished === undefined) return refuse(notFound());

  const draft = await prepareDraft({ store: shell.store, definitions: shell.definitions, handlers: shell.handlers, checks: shell.checks, organisation }, { definition: body.definition });
  if ('problems' in draft) {
    const [first] = draft.problems;
    return refuse(invalidRequest('draftInvalid', `В черновике ошибка: ${first?.pointer ?? ''}: ${first?.found ?? ''}.`, `The draft has an error: ${first?.pointer ?? ''}: ${first?.found ?? ''}, expected ${first?.expected ?? ''}.`));
  }
  const page = await dryRunPage(shell.store, shell.definitions, draft, {
    process: draft.compiled.definition.key, paths: pathsWithin(permittedPaths(subject, 'seeAllCases'), wished),
    ...(body.status !== undefined && { statuses: [body.status] }), ...(body.from !== undefined && { from: body.from }), ...(body.to !== undefined && { to: dayAfter(body.to) }),
  }, { now: shell.clock.now(), ...(body.after !== undefined && { after: body.after }), ...(body.limit !== undefined && { limit: body.limit }) });
  return ok({
    counts: page.counts, total: page.total, endCursor: page.endCursor,
    cases: page.cases.map(({ id, businessKey, definitionVersion, status, startedAt, verdict, told }) => ({
      id, businessKey, version: definitionVersion, status, startedAt, verdict: verdict.kind, at: 'at' in verdict ? verdict.at : null, text: told[caller.locale],
    })),
  });
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString();
}

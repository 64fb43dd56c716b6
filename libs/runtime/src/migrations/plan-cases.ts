import { nodesLike, suggestNodes, tellReason } from '@reglament/analysis';
import { textIn, type Locale, type MigrationPlanView, type MigrationQuestion, type PlanMigration, type PlannedCase } from '@reglament/contracts';
import { countLiveCases, liveCasesOf } from '@reglament/store';
import { ok, type Answer } from '../answers/answer.js';
import type { Caller } from '../caller.js';
import type { Shell } from '../shell.js';
import { planFamily, type PlannedFamily } from './moving.js';
import { askedVersions, migrationIn, type AskedVersions } from './versions-asked.js';

/** Cases that one preview looks at. */
const SHOWN = 200;

/** What would become of the living cases of a version under this mapping and these decisions. Nothing is written. */
export async function planCases(shell: Shell, caller: Caller, { key, body }: { readonly key: string; readonly body: PlanMigration }): Promise<Answer<MigrationPlanView>> {
  const asked = await askedVersions(shell, caller, key, body, 'definition.migrate');
  if (!asked.ok) return asked;
  const migration = migrationIn(body, asked.value);
  if (!migration.ok) return migration;
  const { before, after, paths } = asked.value;
  const [total, rows] = await Promise.all([countLiveCases(shell.store, before.hash, paths), liveCasesOf(shell.store, before.hash, paths, SHOWN)]);
  const context = shell.organisations.context(shell.clock.now());
  const order = { by: { person: caller.person, right: { kind: 'direct' } }, submission: null } as const;
  const cases: PlannedCase[] = [];
  const questions = new Map<string, MigrationQuestion>();
  for (const { id, subject, businessKey } of rows) {
    const family = await planFamily(shell, shell.store, id, before, after, migration.value, context, order);
    if (!family) continue;
    const titles = { before: before.definition, after: after.definition };
    cases.push({ id, subject, businessKey, verdict: family.verdict, reasons: family.reasons.map((reason) => ({ code: reason.code, weight: reason.weight, text: tellReason(reason, titles)[caller.locale] })) });
    for (const question of questionsOf(family, asked.value, caller.locale)) {
      const place = JSON.stringify([question.kind, question.node, question.kind === 'data' ? question.variable : '']);
      questions.set(place, { ...question, cases: (questions.get(place)?.cases ?? 0) + 1 });
    }
  }
  const count = (verdict: PlannedCase['verdict']): number => cases.filter((each) => each.verdict === verdict).length;
  return ok({ from: before.version, to: after.version, total, safe: count('safe'), choice: count('choice'), blocked: count('blocked'), questions: [...questions.values()], cases });
}

/** What somebody can decide so that this case may be moved, each once. */
function questionsOf({ members, reasons }: PlannedFamily, { before, after }: AskedVersions, locale: Locale): readonly MigrationQuestion[] {
  const title = (key: string): string => {
    const found = (after.definition.nodes[key] ?? before.definition.nodes[key])?.title;
    return found === undefined ? key : textIn(found, locale);
  };
  const suggested = suggestNodes(before.definition, after.definition);
  const stranded = [...new Set(reasons.flatMap(({ code, node }) => (code === 'nodeGone' && node !== null ? [node] : [])))].map((node): MigrationQuestion => ({
    kind: 'node', node, title: title(node), cases: 1, suggested: suggested[node] ?? null,
    candidates: nodesLike(before.definition, after.definition, node).map((key) => ({ node: key, title: title(key) })),
  }));
  const choices = new Map(members.flatMap(({ plan }) => plan.choices).map((choice) => [JSON.stringify(choice), choice]));
  return [...stranded, ...[...choices.values()].map((choice): MigrationQuestion => ({ ...choice, title: title(choice.node), cases: 1 }))];
}

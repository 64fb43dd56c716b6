import { alike, migrate, termsOf, type Compiled, type Context, type Instance, type Migration, type MigrationObstacle, type MigrationOrder } from '@reglament/engine';
import type { FlowNode } from '@reglament/contracts';
import { markingProblems } from './marking-problems.js';
import { missingData } from './missing-data.js';
import type { MigrationChoice, MigrationPlan, MigrationReason, MigrationReasonCode } from './plan.js';

type Parts = { readonly [name: string]: unknown };

/**
 * Whether a living case can be taken to another version, judged by the mapping of its nodes, by what can be reached from where it stands,
 * and by the data that the way ahead needs. The one judgement that there is: a preview shows it, and what it has `moved` is what is applied.
 *
 * @throws EngineError `engine.instanceMismatch` when the instance is not of the version before.
 */
export function planMigration(before: Compiled, after: Compiled, instance: Instance, migration: Migration, order: MigrationOrder, context: Context): MigrationPlan {
  const answer = migrate(before, after, instance, migration, order, context);
  if (answer.kind === 'blocked') return { verdict: 'blocked', reasons: answer.obstacles.map(ofObstacle), choices: [], moved: null };
  const stranded = markingProblems(before, after, instance, answer.instance).map((problem): MigrationReason => ({
    code: problem.code, weight: 'blocked', node: problem.node, about: 'missing' in problem ? problem.missing.join(', ') : 'behind' in problem ? problem.behind : null,
  }));
  const choices = [...changedTerms(before, after, instance, migration), ...missingData(before, after, answer.instance, migration.nodes).map((missing): MigrationChoice => ({ kind: 'data', ...missing }))];
  const reasons = [
    ...stranded,
    ...choices.map((choice): MigrationReason => (choice.kind === 'terms' ? reason('termsChanged', 'choice', choice.node) : reason('dataMissing', 'choice', choice.node, choice.variable))),
    ...notes(before, after, instance, migration),
  ];
  if (stranded.length > 0) return { verdict: 'blocked', reasons, choices, moved: null };
  return choices.length > 0 ? { verdict: 'choice', reasons, choices, moved: null } : { verdict: 'safe', reasons, choices, moved: { instance: answer.instance, effects: answer.effects } };
}

function ofObstacle(obstacle: MigrationObstacle): MigrationReason {
  switch (obstacle.code) {
    case 'caseEnded':
    case 'caseSuspended': return reason(obstacle.code, 'blocked', null);
    case 'nodeGone': return reason(obstacle.code, 'blocked', obstacle.node);
    case 'nodeRetyped':
    case 'scopeChanged':
    case 'changedWhileOpen': return reason(obstacle.code, 'blocked', obstacle.node, obstacle.to);
    case 'flowGone': return reason(obstacle.code, 'blocked', obstacle.node, obstacle.via);
    case 'refused': return reason(obstacle.code, 'blocked', 'node' in obstacle.refusal ? obstacle.refusal.node : null, obstacle.refusal.code);
    case 'fault': return reason(obstacle.code, 'blocked', obstacle.node, obstacle.found);
  }
}

/** Open steps whose terms the version after counts differently, and of which nobody has said what becomes of them. */
function changedTerms(before: Compiled, after: Compiled, instance: Instance, { nodes, terms }: Migration): readonly MigrationChoice[] {
  return pairs(before, after, instance, nodes).filter(({ key, was, is, timed }) => timed && terms[key] === undefined && !alike(termsOf(was), termsOf(is))).map(({ key }) => ({ kind: 'terms', node: key }));
}

function notes(before: Compiled, after: Compiled, instance: Instance, { nodes }: Migration): readonly MigrationReason[] {
  return pairs(before, after, instance, nodes).filter(({ tasks }) => tasks).flatMap(({ key, was, is }) => [
    ...(alike(was['performers'], is['performers']) && alike(was['approvers'], is['approvers']) ? [] : [reason('performersKept', 'note', key)]),
    ...(alike(was['form'], is['form']) && before.forms.get(String(was['form'])) === after.forms.get(String(is['form'])) ? [] : [reason('formChanged', 'note', key, String(is['form'] ?? ''))]),
  ]);
}

interface Pair { readonly key: string; readonly was: FlowNode & Parts; readonly is: FlowNode & Parts; readonly tasks: boolean; readonly timed: boolean }

/** The open steps in both versions, each once. */
function pairs(before: Compiled, after: Compiled, { activities, scopeNode }: Instance, nodes: Migration['nodes']): readonly Pair[] {
  return [...new Map(activities.map((activity) => [activity.node, activity])).values()].flatMap(({ node, listening }): readonly Pair[] => {
    const key = nodes[node] ?? node;
    const [was, is] = [before.definition.nodes[node], after.definition.nodes[key]] as (Pair['was'] | undefined)[];
    const open = activities.filter((activity) => activity.node === node && activity.listening === listening);
    // A sub-process that a child runs has its terms at the parent.
    return was && is ? [{ key, was, is, tasks: open.some(({ tasks }) => tasks.length > 0), timed: scopeNode !== node || open.some(({ tasks }) => tasks.length > 0) }] : [];
  });
}

function reason(code: MigrationReasonCode, weight: MigrationReason['weight'], node: string | null, about: string | null = null): MigrationReason {
  return { code, weight, node, about };
}

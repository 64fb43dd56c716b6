import type { Scenario, ScenarioStep } from '@reglament/contracts';
import { EngineError, type Command, type Compiled, type Context, type Instance, type Json, type Refusal } from '@reglament/engine';
import { coveredBy, type Covered } from './coverage.js';
import { actorOf, letTimePass, raiseCurtain, tell, THE_CASE, type Stage } from './stage.js';

/** What is not as the scenario says: `step` is a place in `when`, or null for what must stand at the end. */
export interface ScenarioProblem { readonly step: number | null; readonly expected: string; readonly found: string }

export interface ScenarioRun {
  readonly problems: readonly ScenarioProblem[];
  readonly covered: Covered;
  /** What stands at the end, as `then` would tell it whole; null where it never began. */
  readonly end: Required<Scenario['then']> | null;
}

/**
 * Runs a scenario on the pure engine: a clock of its own, nothing is written, sent or asked of a service.
 *
 * @param contextAt what the engine is told of organisations; the case's own has the id `office`.
 */
export function runScenario(compiled: Compiled, scenario: Scenario, contextAt: (now: string) => Context): ScenarioRun {
  try {
    return run(compiled, scenario, contextAt);
  } catch (fault) {
    if (!(fault instanceof EngineError)) throw fault;
    return { problems: [{ step: null, expected: 'no incident', found: `${fault.code} at ${fault.details.node ?? '?'}: ${fault.details.found ?? ''}` }], covered: coveredBy([]), end: null };
  }
}

function run(compiled: Compiled, scenario: Scenario, contextAt: (now: string) => Context): ScenarioRun {
  const begun = raiseCurtain(compiled, contextAt, scenario.given);
  if ('refusal' in begun) return { problems: [{ step: null, expected: 'a case', found: JSON.stringify(begun.refusal) }], covered: coveredBy([]), end: null };
  const { stage } = begun;
  for (const [place, step] of scenario.when.entries()) {
    const found = doStep(stage, step);
    if (found !== null) return { problems: [{ step: place, expected: JSON.stringify(step).slice(0, 300), found }], covered: coveredBy(stage.facts), end: endOf(stage) };
  }
  const end = endOf(stage);
  return { problems: differences(scenario.then, end), covered: coveredBy(stage.facts), end };
}

/** Null, or why it cannot be done. */
function doStep(stage: Stage, step: ScenarioStep): string | null {
  try {
    if ('until' in step) return told(letTimePass(stage, step.until));
    const id = partNamed(stage, step.part);
    const instance = id === null ? undefined : stage.cases.get(id)?.instance;
    if (id === null || !instance) return `there is no part ${step.part ?? ''}`;
    const command = commandFor(instance, step);
    return typeof command === 'string' ? command : told(tell(stage, id, command));
  } catch (fault) {
    if (!(fault instanceof EngineError)) throw fault;
    return `an incident, ${fault.code}, at ${fault.details.node ?? '?'}`;
  }
}

function told(refusal: Refusal | null): string | null {
  return refusal === null ? null : JSON.stringify(refusal);
}

/** The command that a step means in an instance, or what is missing. */
function commandFor(instance: Instance, step: Exclude<ScenarioStep, { until: string }>): Command | string {
  const at = (node: string, fits: (activity: Instance['activities'][number]) => boolean = () => true): Instance['activities'][number] | undefined =>
    instance.activities.find((activity) => activity.node === node && fits(activity));
  const missing = (what: string): string => `${what} is not open; open: ${instance.activities.map(({ node }) => node).join(', ') || 'nothing'}`;
  if ('complete' in step) {
    const task = instance.activities.filter(({ node }) => node === step.complete).flatMap(({ tasks }) => tasks).find(({ slot }) => step.slot === undefined || slot === step.slot);
    if (!task) return missing(`a task of ${step.complete}`);
    return { type: 'completeTask', task: task.id, outcome: step.outcome, by: actorOf(step.by), data: values(step.data) ?? null, submission: null, remark: step.remark === true, facts: values(step.facts) ?? null };
  }
  if ('act' in step) {
    const activity = at(step.at);
    return activity ? { type: 'triggerAction', activity: activity.id, action: step.act, by: step.by === undefined ? null : actorOf(step.by), data: values(step.data) ?? null, submission: null, remark: step.remark === true } : missing(step.at);
  }
  if ('addApprover' in step) {
    const activity = at(step.addApprover);
    return activity ? { type: 'addApprover', activity: activity.id, approver: actorOf(step.approver).person, by: actorOf(step.by) } : missing(step.addApprover);
  }
  if ('answer' in step) {
    const activity = at(step.answer);
    return activity ? { type: 'completeServiceTask', activity: activity.id, result: values(step.result) ?? {} } : missing(step.answer);
  }
  if ('fail' in step) {
    const activity = at(step.fail);
    return activity ? { type: 'failServiceTask', activity: activity.id, code: step.code, data: values(step.data) ?? {} } : missing(step.fail);
  }
  if ('message' in step) {
    const subscription = at(step.at, ({ subscriptions = [] }) => subscriptions.some(({ message }) => message === step.message))?.subscriptions?.find(({ message }) => message === step.message);
    return subscription ? { type: 'receiveMessage', subscription: subscription.id, data: values(step.data) ?? {} } : missing(`the message ${step.message} at ${step.at}`);
  }
  if ('called' in step) {
    const activity = at(step.called);
    return activity ? { type: 'callEnded', activity: activity.id, status: step.status, result: step.result ?? null, variables: values(step.variables) ?? {} } : missing(step.called);
  }
  return { type: 'cancelInstance', by: actorOf(step.cancel), remark: true };
}

function values(given: object | undefined): { readonly [name: string]: Json } | undefined {
  return given as { readonly [name: string]: Json } | undefined;
}

/** `visit[0]/check[2]`: of the entry into each node that is still open. */
function partNamed(stage: Stage, part: string | undefined): string | null {
  let id = THE_CASE;
  for (const name of part === undefined ? [] : part.split('/')) {
    const [, node, index] = /^(.+)\[(\d+)\]$/.exec(name) ?? [];
    const within = id;
    const found = [...stage.cases.values()].map(({ instance }) => instance)
      .filter(({ parent, scopeNode, status }) => parent?.instance === within && scopeNode === node && parent.index === Number(index) && status === 'active').at(-1);
    if (!found) return null;
    id = found.id;
  }
  return id;
}

function endOf(stage: Stage): Required<Scenario['then']> | null {
  const whole = stage.cases.get(THE_CASE)?.instance;
  if (!whole) return null;
  const notices: Record<string, number> = {};
  for (const effect of stage.effects) if (effect.type === 'notify') notices[effect.kind] = (notices[effect.kind] ?? 0) + 1;
  return {
    status: whole.status, result: whole.result, state: whole.state, variables: whole.variables, notices,
    open: [...stage.cases.values()].filter(({ instance }) => instance.status === 'active').flatMap(({ instance }) => instance.activities.flatMap(({ node, tasks }) => tasks.map(() => node))).sort(),
    documents: stage.effects.flatMap((effect) => (effect.type === 'callService' && effect.handler.startsWith('document.') ? [effect.handler.slice('document.'.length)] : [])),
  };
}

function differences(then: Scenario['then'], end: Required<Scenario['then']> | null): readonly ScenarioProblem[] {
  if (end === null) return [{ step: null, expected: 'a case', found: 'none' }];
  return Object.entries(then).flatMap(([name, expected]) => {
    const found = end[name as keyof typeof end];
    const same = name === 'variables' || name === 'notices' ? holds(found, expected) : holds(found, expected) && holds(expected, found);
    return same ? [] : [{ step: null, expected: `${name}: ${JSON.stringify(expected).slice(0, 500)}`, found: `${name}: ${JSON.stringify(found).slice(0, 500)}` }];
  });
}

/** Whether a value has all that is expected: objects at least those fields, everything else exactly. */
function holds(found: unknown, expected: unknown): boolean {
  if (Array.isArray(expected)) return Array.isArray(found) && found.length === expected.length && expected.every((each, i) => holds(found[i], each));
  if (typeof expected !== 'object' || expected === null) return Object.is(found, expected);
  return typeof found === 'object' && found !== null && Object.entries(expected).every(([name, value]) => Object.hasOwn(found, name) && holds((found as Readonly<Record<string, unknown>>)[name], value));
}

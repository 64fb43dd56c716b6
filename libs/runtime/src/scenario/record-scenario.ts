import { runScenario, scenarioContext, type ScenarioProblem } from '@reglament/analysis';
import { textIn, type Scenario, type ScenarioStep, type WorkingCalendar } from '@reglament/contracts';
import type { Command } from '@reglament/engine';
import { findAllOrganisations, findCalendarVersions, partsOfCases, recordedCases, type RecordedCase, type RecordedFact, type Store } from '@reglament/store';
import type { DefinitionCache } from '../definitions/definition-cache.js';
import { recordedSteps, RecordDamaged, type RecordedStep } from '../replay/recorded-commands.js';
import { withoutPersonalData } from './without-personal-data.js';

export type RecordedScenario =
  | { readonly kind: 'recorded'; readonly scenario: Scenario }
  | { readonly kind: 'notFound' }
  /** Without what was typed the case goes another way, or something in it no scenario can say. */
  | { readonly kind: 'differs'; readonly problems: readonly ScenarioProblem[] };

const MAX_PARTS = 1_000;

/**
 * Makes a scenario of a case that really ran, with its parts and without personal data. It is run before it is given away, so that it stands
 * for the same way.
 */
export async function recordScenario(store: Store, definitions: DefinitionCache, id: string): Promise<RecordedScenario> {
  const [whole] = await recordedCases(store, [id]);
  if (!whole) return { kind: 'notFound' };
  const parts = await recordedCases(store, (await partsOfCases(store, [id], MAX_PARTS)).map((part) => part.id));
  const { compiled, definition } = await definitions.get(whole.definitionHash);
  const organisation = (await findAllOrganisations(store)).find((each) => each.id === whole.organisation);
  const calendar = (await findCalendarVersions(store)).filter(({ key }) => key === organisation?.calendar).at(-1);
  if (!organisation || !calendar) throw new RecordDamaged('the organisation or its calendar is not there');

  const happened = happenings(whole, parts);
  const beginning = recordedSteps(whole)[0]?.beginning;
  if (beginning?.type !== 'start') return { kind: 'notFound' };
  const { starter, startEvent, data, variables } = beginning.input;
  const draft: Scenario = withoutPersonalData<Scenario>({
    format: 1, title: textIn(definition.title, 'ru'), process: definition.key,
    given: {
      at: happened.begun, starter: starter?.person ?? null, calendar: calendar.key, timeZone: organisation.timeZone,
      ...(startEvent !== null && { startEvent }), ...(data !== null && { data }), ...(Object.keys(variables).length > 0 && { variables }),
    },
    when: happened.steps, then: { status: 'active' },
  }, new Map([[whole.organisation, 'office'], [whole.id, 'case']]));
  const scenario: Scenario = { ...draft, title: definition.title, given: { ...draft.given, timeZone: organisation.timeZone } };

  const { problems, end } = runScenario(compiled, { ...scenario, then: thenOf(whole) }, scenarioContext(compiled, calendar.content as WorkingCalendar, organisation.timeZone));
  if (problems.length > 0 || end === null) return { kind: 'differs', problems };
  const { status, result, state, open, documents, notices } = end;
  return { kind: 'recorded', scenario: { ...scenario, then: { status, result, state, open, documents, notices } } };
}

function thenOf({ snapshot }: RecordedCase): Scenario['then'] {
  const { status, result, state } = snapshot as Scenario['then'];
  return { status, ...(result !== undefined && { result }), ...(state !== undefined && { state }) };
}

interface Moment { readonly step: RecordedStep; readonly of: RecordedCase; readonly part: string | undefined; readonly order: string }

/** What was done to the case and its parts, in the order in which it was written. */
function happenings(whole: RecordedCase, parts: readonly RecordedCase[]): { readonly begun: string; readonly steps: readonly ScenarioStep[] } {
  const names = partNames(whole, parts);
  const moments = [whole, ...parts].flatMap((of) => recordedSteps(of).map((step): Moment => ({ step, of, part: names.get(of.id), order: step.facts[0]?.recordedAt ?? '' })))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.of.id === b.of.id ? a.step.version - b.step.version : 0));
  const begun = moments[0]?.step.facts[0]?.at ?? '';
  const steps: ScenarioStep[] = [];
  let now = begun;
  for (const { step, of, part } of moments) {
    const at = step.facts[0]?.at ?? now;
    if (at > now) {
      if (steps.at(-1) !== undefined && 'until' in steps.at(-1)!) steps.pop();
      steps.push({ until: at });
      now = at;
    }
    const nodes = nodesOf(of.facts);
    for (const command of step.commands) {
      const said = stepFor(command, nodes, part === undefined ? {} : { part });
      if (said) steps.push(said);
    }
  }
  return { begun, steps };
}

function partNames(whole: RecordedCase, parts: readonly RecordedCase[]): ReadonlyMap<string, string | undefined> {
  const names = new Map<string, string | undefined>([[whole.id, undefined]]);
  const waiting = [...parts];
  for (let found = true; found;) {
    found = false;
    for (const part of waiting.slice()) {
      const first = recordedSteps(part)[0]?.beginning;
      if (first?.type !== 'startChild' || !names.has(first.input.parent.instance)) continue;
      const above = names.get(first.input.parent.instance);
      names.set(part.id, `${above === undefined ? '' : `${above}/`}${first.input.node}[${first.input.parent.index}]`);
      waiting.splice(waiting.indexOf(part), 1);
      found = true;
    }
  }
  return names;
}

interface Nodes { readonly ofTask: ReadonlyMap<string, { readonly node: string; readonly slot: unknown }>; readonly ofActivity: ReadonlyMap<number, string>; readonly ofSubscription: ReadonlyMap<string, { readonly node: string; readonly message: string }> }

function nodesOf(facts: readonly RecordedFact[]): Nodes {
  const about = facts.filter((fact): fact is RecordedFact & { node: string } => fact.node !== null);
  return {
    ofTask: new Map(about.filter(({ kind }) => kind === 'taskOpened').map(({ task, node, data }) => [task ?? '', { node, slot: data['slot'] }])),
    ofActivity: new Map(about.flatMap(({ activity, node }) => (activity === null ? [] : [[activity, node] as const]))),
    ofSubscription: new Map(about.filter(({ kind }) => kind === 'messageAwaited').map(({ node, data }) => [String(data['subscription']), { node, message: String(data['message']) }])),
  };
}

/** Timers fire by the scenario's clock and parts are counted by its stage; to claim or hand on a task changes no way. */
function stepFor(command: Command, { ofTask, ofActivity, ofSubscription }: Nodes, part: { readonly part?: string }): ScenarioStep | null {
  const node = 'activity' in command ? ofActivity.get(command.activity) ?? '' : '';
  switch (command.type) {
    case 'completeTask': {
      const { node: complete = '', slot = null } = ofTask.get(command.task) ?? {};
      return {
        ...part, complete, outcome: command.outcome, by: command.by.person, ...(typeof slot === 'number' && { slot }),
        ...(command.data !== null && { data: command.data }), ...(command.facts !== null && { facts: command.facts }), ...(command.remark && { remark: true }),
      };
    }
    case 'triggerAction': return { ...part, act: command.action, at: node, ...(command.by !== null && { by: command.by.person }), ...(command.data !== null && { data: command.data }), ...(command.remark && { remark: true }) };
    case 'addApprover': return { ...part, addApprover: node, approver: command.approver, by: command.by.person };
    case 'completeServiceTask': return { ...part, answer: node, result: command.result };
    case 'failServiceTask': return { ...part, fail: node, code: command.code, data: command.data };
    case 'receiveMessage': return { ...part, message: ofSubscription.get(command.subscription)?.message ?? '', at: ofSubscription.get(command.subscription)?.node ?? '', data: command.data };
    case 'callEnded': return { ...part, called: node, status: command.status, result: command.result, variables: command.variables };
    case 'cancelInstance': return command.by === null ? null : { ...part, cancel: command.by.person };
    default: return null;
  }
}

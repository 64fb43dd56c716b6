import { attribute, childOf, flag, idOf, referenceOf, type XmlElement } from '../xml/xml-element.js';
import { boundaryOf } from './boundary.js';
import { messageOf } from './events.js';
import { incomingOf, onwardOf } from './flows.js';
import { performersOf, placeOf, scoped, titleOf, type NodeDraft, type ScopeContext } from './import-context.js';
import type { ServiceWork, Untranslated } from './import-options.js';
import { slugOf, variableNameOf } from './keys.js';
import { behaviorOf, repetitionOf } from './repetition.js';
import { throwingRuns } from './throwing-runs.js';

/** Turns a task or a call into a node; null after it was refused. */
export function activityOf(context: ScopeContext, element: XmlElement, key: string): NodeDraft | null {
  if (attribute(element, 'startQuantity')?.trim() !== undefined && attribute(element, 'startQuantity')?.trim() !== '1') return quantity(context, element, 'startQuantity');
  if (attribute(element, 'completionQuantity')?.trim() !== undefined && attribute(element, 'completionQuantity')?.trim() !== '1') return quantity(context, element, 'completionQuantity');
  if (element.name === 'receiveTask' && flag(element, 'instantiate', false)) return instantiating(context, element, key);
  const repetition = repetitionOf(context, element);
  if (repetition === null) return null;
  const behavior = behaviorOf(element);
  const throws = behavior !== 'All';
  // What undoes another activity leads nowhere: the event that asked for it goes on.
  const work = workOf(context, element, () => (isCompensation(element) ? undefined : onwardOf(context, element, key)));
  if (work === null) return null;
  const title = { title: titleOf(element) };
  if (throws) return throwingRuns(context, element, key, { ...title, ...work }, repetition, behavior);
  return { ...title, ...work, ...repetition, ...boundaryOf(context, element) };
}

function quantity(context: ScopeContext, element: XmlElement, property: string): null {
  context.report.refused(element, placeOf(context, element), `число маркеров (${property}) не читается`, `numbers of tokens (${property}) are not read`);
  return null;
}

/** A receive task that begins the process is its message start event (§10.3.3). */
function instantiating(context: ScopeContext, element: XmlElement, key: string): NodeDraft | null {
  if (context.scope !== undefined || incomingOf(context, element).length > 0) {
    context.report.refused(element, placeOf(context, element), 'начинать дело может только задание, к которому ничто не ведёт', 'only a task to which nothing leads can begin a process');
    return null;
  }
  const { type, name } = messageOf(context, element, attribute(element, 'messageRef'));
  context.report.approximated(element, placeOf(context, element), 'задание, которое начинает дело, прочитано как начало по сообщению', 'the task that begins the process is read as a message start event');
  return { type: 'startEvent', title: titleOf(element), event: { type, name }, next: onwardOf(context, element, key) };
}

function workOf(context: ScopeContext, element: XmlElement, onward: () => string | undefined): NodeDraft | null {
  const place = placeOf(context, element);
  switch (element.name) {
    case 'task':
    case 'manualTask':
    case 'userTask':
      if (element.name !== 'userTask') context.report.approximated(element, place, 'прочитано как задание человеку', 'read as a task of a person');
      return { type: 'userTask', performers: performersOf(context, element), outcomes: { done: { title: { ru: 'Готово', en: 'Done' }, to: onward() } } };
    case 'scriptTask': return service(context, element, context.options.script(childOf(element, 'script')?.text.trim() ?? '', element), onward);
    case 'serviceTask': {
      const operation = context.byId.get(referenceOf(attribute(element, 'operationRef')) ?? '');
      const implementation = attribute(element, 'implementation');
      const isNamed = implementation !== undefined && !implementation.startsWith('##');
      const name = isNamed ? implementation : (operation && attribute(operation, 'name')) ?? titleOf(element);
      const work = context.options.service(name, element);
      if (!('problem' in work)) context.report.approximated(element, place, `работу выполнит обработчик «${work.handler}»`, `the work is done by the handler “${work.handler}”`);
      return service(context, element, work, onward);
    }
    case 'businessRuleTask': {
      const decision = slugOf(attribute(element, 'implementation')?.startsWith('##') === false ? attribute(element, 'implementation') ?? '' : titleOf(element));
      context.report.approximated(element, place, `решает таблица «${decision}»; ответ ложится в переменную`, `the table “${decision}” decides; a variable gets the answer`);
      return { type: 'businessRuleTask', decision, output: { [variableNameOf(decision)]: { variable: 'result' } }, next: onward() };
    }
    case 'sendTask': return { type: 'sendTask', event: messageOf(context, element, attribute(element, 'messageRef')), next: onward() };
    case 'receiveTask': return { type: 'receiveTask', event: messageOf(context, element, attribute(element, 'messageRef')), next: onward() };
    case 'callActivity': return call(context, element, onward);
    default: return null;
  }
}

function service(context: ScopeContext, element: XmlElement, work: ServiceWork | Untranslated, onward: () => string | undefined): NodeDraft | null {
  if ('problem' in work) {
    context.report.refused(element, placeOf(context, element), work.problem.ru, work.problem.en);
    return null;
  }
  return { type: 'serviceTask', ...work, next: onward() };
}

function call(context: ScopeContext, element: XmlElement, onward: () => string | undefined): NodeDraft | null {
  const called = referenceOf(attribute(element, 'calledElement'));
  const target = called === undefined ? undefined : context.byId.get(called);
  if (called === undefined && context.options.incomplete === 'draft') {
    const process = slugOf(titleOf(element));
    context.report.approximated(element, placeOf(context, element), `что вызывается, не сказано: взято имя «${process}»`, `what is called is not said: its name “${process}” is taken`);
    return { type: 'callActivity', process, next: onward() };
  }
  if (target?.name === 'globalScriptTask') {
    context.report.approximated(element, placeOf(context, element), 'общее задание вставлено на место вызова', 'the global task is put in the place of its call');
    return service(context, element, context.options.script(childOf(target, 'script')?.text.trim() ?? '', target), onward);
  }
  if (target?.name.startsWith('global') === true) {
    context.report.approximated(element, placeOf(context, element), 'общее задание прочитано как задание человеку', 'the global task is read as a task of a person');
    return { type: 'userTask', performers: performersOf(context, element), outcomes: { done: { title: { ru: 'Готово', en: 'Done' }, to: onward() } } };
  }
  if (called === undefined || (target !== undefined && target.name !== 'process')) {
    context.report.refused(element, placeOf(context, element), 'вызов ничего не называет или называет не процесс', 'the call names nothing, or something that is no process');
    return null;
  }
  return { type: 'callActivity', process: context.processKeys.get(called) ?? slugOf(called), next: onward() };
}

/** Whether an activity is reached by no flow on purpose: it undoes another one. */
export function isCompensation(element: XmlElement): boolean {
  return flag(element, 'isForCompensation', false);
}

export function put(context: ScopeContext, element: XmlElement, key: string, draft: NodeDraft | null): void {
  if (draft === null) return;
  context.nodes[key] = scoped(context, Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)));
  context.report.mapped(element, { process: context.key, node: key, holder: idOf(element) ?? key });
}

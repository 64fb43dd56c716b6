import type { Condition, Performer, ValueExpression } from '@reglament/contracts';
import { attribute, childrenOf, idOf, referenceOf, type XmlElement } from '../xml/xml-element.js';
import type { ResolvedOptions } from './import-options.js';
import type { KeyGiver } from './keys.js';
import type { Place, Report } from './report.js';

/** A node while it is being made: JSON that claims to be one, until the check of definitions has looked at it. */
export type NodeDraft = { [property: string]: unknown };

/** One file while it is being read. */
export interface FileContext {
  readonly options: ResolvedOptions;
  readonly report: Report;
  /** Elements by id; of two with one id, the first. */
  readonly byId: ReadonlyMap<string, XmlElement>;
  /** Key of the definition of each process, by the id of the process. */
  readonly processKeys: ReadonlyMap<string, string>;
  /** Language of expressions that do not name theirs. */
  readonly language: string | null;
}

/** One process of it. */
export interface ProcessContext extends FileContext {
  readonly key: string;
  readonly giveKey: KeyGiver;
  readonly nodes: { [key: string]: NodeDraft };
  /** Key of the node of each flow node, by id; of a boundary event, that of its activity. */
  readonly nodeKeys: Map<string, string>;
  /** Names of the lanes in which a flow node stands, the outermost first. */
  readonly lanes: ReadonlyMap<string, readonly string[]>;
}

/** A process, a sub-process: what holds flow nodes. */
export interface ScopeContext extends ProcessContext {
  readonly container: XmlElement;
  readonly scope: string | undefined;
  readonly flowNodes: readonly XmlElement[];
  /** Flows that leave a flow node and those that come to it, by its id. */
  readonly outgoing: ReadonlyMap<string, readonly XmlElement[]>;
  readonly incoming: ReadonlyMap<string, readonly XmlElement[]>;
}

export function placeOf(context: ProcessContext, element: XmlElement): Place {
  const node = context.nodeKeys.get(idOf(element) ?? '');
  return { process: context.key, ...(node !== undefined && { node }) };
}

export function titleOf(element: XmlElement): string {
  const name = attribute(element, 'name')?.trim();
  return (name === undefined || name === '' ? idOf(element) ?? element.name : name).slice(0, 500);
}

export function nameOf(element: XmlElement): { readonly title?: string } {
  const name = attribute(element, 'name')?.trim();
  return name === undefined || name === '' ? {} : { title: name.slice(0, 500) };
}

export function scoped(context: ScopeContext, draft: NodeDraft): NodeDraft {
  return context.scope === undefined ? draft : { ...draft, in: context.scope };
}

/** Text of an expression and its language. */
export function expressionOf(context: FileContext, element: XmlElement | undefined): { readonly text: string; readonly language: string | null } {
  const language = element === undefined ? undefined : attribute(element, 'language');
  return { text: element?.text.trim() ?? '', language: language ?? context.language };
}

/** The condition of an element, or null after it has been reported as one that cannot be read. `holder` is what is named in the report. */
export function conditionOf(context: ProcessContext, holder: XmlElement, expression: XmlElement | undefined): Condition | null {
  const { text, language } = expressionOf(context, expression);
  const place = { ...placeOf(context, holder), holder: idOf(expression ?? holder) ?? idOf(holder) ?? context.key };
  const translated = text === '' ? { problem: { ru: 'условие не написано', en: 'the condition is not written' } } : context.options.condition(text, language);
  if (!('problem' in translated)) return translated;
  if (context.options.incomplete === 'draft') {
    context.report.approximated(holder, place, `${translated.problem.ru}; пока не выполняется никогда`, `${translated.problem.en}; for now it never holds`);
    return { feel: 'false' };
  }
  context.report.refused(holder, place, translated.problem.ru, translated.problem.en);
  return null;
}

/** As `conditionOf`, for a value. */
export function valueOf(context: ProcessContext, holder: XmlElement, expression: XmlElement | undefined): ValueExpression | null {
  const { text, language } = expressionOf(context, expression);
  const translated = text === '' ? { problem: { ru: 'значение не написано', en: 'the value is not written' } } : context.options.value(text, language);
  if (!('problem' in translated)) return translated;
  if (context.options.incomplete === 'draft') {
    context.report.approximated(holder, placeOf(context, holder), `${translated.problem.ru}; пока один раз`, `${translated.problem.en}; for now once`);
    return { value: [1] };
  }
  context.report.refused(holder, placeOf(context, holder), translated.problem.ru, translated.problem.en);
  return null;
}

/** Lanes first, then the resources that the task itself names: the last one is the nearest. */
export function performersOf(context: ScopeContext, element: XmlElement): readonly Performer[] {
  const lanes = context.lanes.get(idOf(element) ?? '') ?? [];
  const roles = ['resourceRole', 'performer', 'humanPerformer', 'potentialOwner'].flatMap((name) => childrenOf(element, name));
  const resources = roles.flatMap((role) => {
    const reference = referenceOf(childrenOf(role, 'resourceRef')[0]?.text);
    const resource = reference === undefined ? undefined : context.byId.get(reference);
    const name = (resource && attribute(resource, 'name')) ?? attribute(role, 'name');
    return name === undefined || name === '' ? [] : [name];
  });
  const names = [...lanes, ...resources];
  const performers = context.options.performers(names, element);
  if (performers === null) {
    context.report.approximated(element, placeOf(context, element), 'кто выполняет, не сказано: задание получит тот, кто начал дело', 'who performs it is not said: whoever started the case gets it');
    return [{ type: 'starter' }];
  }
  context.report.approximated(element, placeOf(context, element), `исполнители взяты из «${names.join(' / ')}»: проверьте роли`, `performers were taken from “${names.join(' / ')}”: look at the roles`);
  return performers;
}

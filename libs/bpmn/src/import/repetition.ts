import { attribute, childOf, flag, idOf, referenceOf, type XmlElement } from '../xml/xml-element.js';
import { conditionOf, placeOf, valueOf, type ScopeContext } from './import-context.js';
import { variableNameOf } from './keys.js';

/** What the markers of an activity say: run again while, or once for each item. `null` after they were refused. */
export interface Repetition { readonly loop?: object; readonly forEach?: { readonly as: string; readonly mode: string; readonly [property: string]: unknown } }

export function repetitionOf(context: ScopeContext, activity: XmlElement): Repetition | null {
  const loop = childOf(activity, 'standardLoopCharacteristics');
  const multi = childOf(activity, 'multiInstanceLoopCharacteristics');
  if (loop && multi) {
    context.report.refused(activity, placeOf(context, activity), 'и цикл, и повтор по списку сразу', 'both a loop and a repetition for each item');
    return null;
  }
  if (loop) return loopOf(context, activity, loop);
  return multi ? forEachOf(context, activity, multi) : {};
}

function loopOf(context: ScopeContext, activity: XmlElement, loop: XmlElement): Repetition | null {
  const maximum = attribute(loop, 'loopMaximum')?.trim();
  if (maximum !== undefined && !(/^\d+$/.test(maximum) && Number(maximum) > 0)) {
    context.report.refused(activity, placeOf(context, activity), `наибольшее число повторов «${maximum}»`, `the greatest number of runs is “${maximum}”`);
    return null;
  }
  const condition = childOf(loop, 'loopCondition');
  // Without a condition the maximum alone ends it (§10.3.8, Table 10.28).
  const holds = condition === undefined && maximum !== undefined ? { feel: 'true' } : conditionOf(context, activity, condition);
  if (holds === null) return null;
  return { loop: { while: holds, ...(flag(loop, 'testBefore', false) && { testBefore: true }), ...(maximum !== undefined && { max: Number(maximum) }) } };
}

function forEachOf(context: ScopeContext, activity: XmlElement, multi: XmlElement): Repetition | null {
  const cardinality = childOf(multi, 'loopCardinality');
  const list = referenceOf(childOf(multi, 'loopDataInputRef')?.text);
  const item = childOf(multi, 'inputDataItem');
  const listed = list === undefined ? undefined : context.byId.get(list);
  const variable = cardinality === undefined && list !== undefined ? variableNameOf((listed && attribute(listed, 'name')) ?? list) : null;
  const items = variable === null ? valueOf(context, activity, cardinality) : { variable };
  if (items === null) return null;
  if (variable !== null) context.report.approximated(activity, placeOf(context, activity), `список берётся из переменной «${variable}»`, `the list is read from the variable “${variable}”`);
  if ('value' in items && typeof items.value === 'number' && (items.value < 0 || !Number.isInteger(items.value))) {
    context.report.refused(activity, placeOf(context, activity), `повторить ${items.value} раз нельзя`, `it cannot be repeated ${items.value} times`);
    return null;
  }
  const completion = childOf(multi, 'completionCondition');
  const until = completion === undefined ? undefined : conditionOf(context, activity, completion);
  if (until === null) return null;
  const name = (item && (attribute(item, 'name') ?? idOf(item))) ?? 'loopItem';
  return { forEach: { items, as: variableNameOf(name), mode: flag(multi, 'isSequential', false) ? 'sequential' : 'parallel', ...(until && { until }) } };
}

/** Which event each run throws when it ends (§10.3.8, `behavior`): `All`, the default, none. */
export function behaviorOf(activity: XmlElement): 'All' | 'None' | 'One' | 'Complex' {
  const multi = childOf(activity, 'multiInstanceLoopCharacteristics');
  const behavior = multi && attribute(multi, 'behavior');
  return behavior === 'None' || behavior === 'One' || behavior === 'Complex' ? behavior : 'All';
}

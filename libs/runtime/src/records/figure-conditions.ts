import type { FigureCondition, RecordListFilter, RegistryFigure } from '@reglament/contracts';
import type { CompiledForm } from '@reglament/forms';
import type { FigureQuery, RecordCondition } from '@reglament/store';
import { oneValue } from './narrow-records.js';
import { columnKind } from './registry-view.js';
import type { Registry } from './registry.js';

/** A declared figure as the store counts it. */
export function figureQuery(form: CompiledForm, figure: RegistryFigure): FigureQuery {
  const where = conditionsOf(form, figure.where);
  switch (figure.type) {
    case 'count': return { type: 'count', where };
    case 'share': return { type: 'share', where, of: conditionsOf(form, figure.of) };
    case 'sum': case 'mean': return { type: figure.type, path: figure.field, where };
    case 'groups': return { type: 'groups', path: figure.by, where };
  }
}

/** The records that the figure of the request counts, of a share those of its numerator; null for a figure that is none of the registry's. */
export function behindFigure({ definition }: Registry, form: CompiledForm, { figure: key, group }: RecordListFilter): readonly RecordCondition[] | null {
  if (key === undefined) return group === undefined ? [] : null;
  const figure = definition.figures?.find((each) => each.key === key);
  if (figure === undefined) return null;
  const where = conditionsOf(form, figure.where);
  switch (figure.type) {
    case 'count': return group === undefined ? where : null;
    case 'share': return group === undefined ? [...conditionsOf(form, figure.of), ...where] : null;
    case 'sum': case 'mean': return group === undefined ? [...where, { kind: 'present', path: figure.field }] : null;
    case 'groups': {
      if (group === undefined) return where;
      const condition = oneValue(form, figure.by, group);
      return condition === null ? null : [...where, condition];
    }
  }
}

function conditionsOf(form: CompiledForm, asked: readonly FigureCondition[] = []): readonly RecordCondition[] {
  return asked.map((condition): RecordCondition => {
    const path = condition.field;
    if ('filled' in condition) return { kind: condition.filled ? 'present' : 'absent', path };
    const list = columnKind(form, path) === 'list';
    return 'anyOf' in condition ? { kind: 'equals', path, values: condition.anyOf, list } : { kind: 'differs', path, values: condition.noneOf, list };
  });
}

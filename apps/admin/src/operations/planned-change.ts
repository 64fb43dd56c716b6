import type { CaseChange, CasePlace, CaseStart, CaseVariable } from '@reglament/contracts';

/** A change with the words by which it is shown until it is applied. */
export interface PlannedChange { readonly change: CaseChange; readonly label: { readonly key: string; readonly words: { readonly title: string; readonly value?: string } } }

export function cancelOf({ activity, token, title }: CasePlace): PlannedChange {
  return activity === null
    ? { change: { kind: 'cancelToken', token }, label: { key: 'operation.changeToken', words: { title } } }
    : { change: { kind: 'cancelActivity', activity }, label: { key: 'operation.changeCancel', words: { title } } };
}

export function startOf({ node, scope, title }: CaseStart): PlannedChange {
  return { change: { kind: 'startBefore', node, scope }, label: { key: 'operation.changeStart', words: { title } } };
}

export function setOf({ name, title }: CaseVariable, value: unknown): PlannedChange {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return { change: { kind: 'setVariables', values: { [name]: value } }, label: { key: 'operation.changeSet', words: { title, value: shown.length > 80 ? `${shown.slice(0, 80)}…` : shown } } };
}

/** What was typed, as a value of the declared type; undefined where it cannot be one. Empty is no value. */
export function valueOf(type: CaseVariable['type'], typed: string): unknown {
  const text = typed.trim();
  if (text === '') return null;
  switch (type) {
    case 'string': case 'party': return text;
    case 'date': return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
    case 'number': return Number.isFinite(Number(text.replace(',', '.'))) ? Number(text.replace(',', '.')) : undefined;
    case 'boolean': return text === 'true';
    case 'object': case 'list': return json(text);
    case null: return json(text) ?? text;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** How a value stands in the field before it is changed. */
export function typedOf({ type, value }: CaseVariable): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' && type !== 'object' && type !== 'list') return value;
  return JSON.stringify(value, null, 2);
}

export function placeKey({ node, scope }: { readonly node: string; readonly scope: number | null }): string {
  return `${node} ${scope ?? ''}`;
}

import { type Compilation, type Part, report } from './compilation.js';
import { ANY, BOOLEAN, type NameType, type ValueType } from '../name-types.js';
import type { SyntaxNode } from './parse-expression.js';

const WORDS: Readonly<Record<ValueType['kind'], { readonly ru: string; readonly en: string }>> = {
  any: { ru: 'любое значение', en: 'any value' },
  number: { ru: 'число', en: 'a number' },
  string: { ru: 'текст', en: 'a text' },
  boolean: { ru: 'да/нет', en: 'a yes/no value' },
  date: { ru: 'дата', en: 'a date' },
  time: { ru: 'время', en: 'a time' },
  dateTime: { ru: 'дата и время', en: 'a date and time' },
  duration: { ru: 'длительность', en: 'a duration' },
  list: { ru: 'список', en: 'a list' },
  object: { ru: 'запись', en: 'a record' },
  null: { ru: 'пусто', en: 'null' },
  range: { ru: 'промежуток', en: 'a range' },
  function: { ru: 'функция', en: 'a function' },
};

export function typeWord(type: ValueType, locale: 'ru' | 'en'): string {
  return WORDS[type.kind][locale];
}

/** Whether nothing is known about the value, or it may be absent: then only the run can tell. */
export function isOpen(type: ValueType): boolean {
  return type.kind === 'any' || type.kind === 'null';
}

/** A type that both may be; `any` where they differ. */
export function commonType(one: ValueType, other: ValueType): ValueType {
  if (one === other || other.kind === 'null') return one;
  if (one.kind === 'null') return other;
  if (one.kind !== other.kind) return ANY;
  if (one.kind === 'list' && other.kind === 'list') {
    const items = commonType(one.items, other.items);
    return listOf(items);
  }
  if (one.kind === 'string') return { kind: 'string' };
  return one.kind === 'object' ? ANY : one;
}

export function listOf(items: ValueType): NameType {
  return { kind: 'list', items: asNameType(items) };
}

/** The type as data may have it: what only an expression knows is anything. */
export function asNameType(type: ValueType): NameType {
  switch (type.kind) {
    case 'null':
    case 'range':
    case 'function':
      return ANY;
    default:
      return type;
  }
}

export function reportMismatch(
  compilation: Compilation, node: SyntaxNode, operation: { readonly ru: string; readonly en: string }, found: ValueType, expected: ValueType,
): void {
  const hint = found.kind === 'string' ? TEMPORAL_HINTS[expected.kind] : undefined;
  report(
    compilation, node, 'expression.typeMismatch',
    {
      ru: `${operation.ru}: здесь ${typeWord(found, 'ru')}, а нужно: ${typeWord(expected, 'ru')}${hint ? ` (пишется ${hint})` : ''}`,
      en: `${operation.en}: this is ${typeWord(found, 'en')}, expected ${typeWord(expected, 'en')}${hint ? ` (written ${hint})` : ''}`,
    },
    typeWord(found, 'en'), hint ?? typeWord(expected, 'en'),
  );
}

/** The commonest mistake of all: a date written as a text. */
const TEMPORAL_HINTS: Partial<Record<ValueType['kind'], string>> = {
  date: 'date("2026-11-22")', time: 'time("10:30:00")', dateTime: 'date and time("2026-11-22T10:30:00Z")', duration: 'duration("P5D")',
};

/** Said of every place that asks yes or no. */
export function checkBoolean(node: SyntaxNode, part: Part, compilation: Compilation): void {
  if (part.type.kind !== 'boolean' && !isOpen(part.type)) reportMismatch(compilation, node, { ru: 'Условие', en: 'Condition' }, part.type, BOOLEAN);
}

import { commonType, listOf } from './types.js';
import { ANY, NULL, type ValueType } from '../name-types.js';

/** What a function gives, from what its arguments are. */
type ResultOf = (args: readonly ValueType[]) => ValueType;

/** Functions that give back what they were given, so that fields of their elements keep their types (and texts of dates become dates). */
export const RESULT_TYPES: Readonly<Record<string, ResultOf>> = {
  'sublist': sameList, 'insert before': sameList, 'remove': sameList, 'reverse': sameList, 'distinct values': sameList, 'sort': sameList, 'list replace': sameList,
  'append': ([list, ...items]) => listOf([itemsOf(list), ...items].reduce<ValueType>(commonType, NULL)),
  'concatenate': (lists) => listOf(lists.map(itemsOf).reduce<ValueType>(commonType, NULL)),
  'union': (lists) => listOf(lists.map(itemsOf).reduce<ValueType>(commonType, NULL)),
  'min': oneOf,
  'max': oneOf,
};

function sameList([list]: readonly ValueType[]): ValueType {
  return listOf(itemsOf(list));
}

/** `max(list)` or `max(a, b, c)`. */
function oneOf(args: readonly ValueType[]): ValueType {
  const [first] = args;
  return args.length === 1 && first?.kind === 'list' ? first.items : args.reduce<ValueType>(commonType, NULL);
}

function itemsOf(type: ValueType | undefined): ValueType {
  if (type === undefined) return ANY;
  return type.kind === 'list' ? type.items : type;
}

import type { PageQuery } from '@reglament/contracts';
import { ProblemException } from './problem-exception.js';

const MAX_LIMIT = 100;

/** What every list takes: search, order, page by key. Each list checks `sort` against the columns that it knows. */
export function pageQuery(query: Readonly<Record<string, unknown>>): PageQuery {
  const limit = text(query, 'limit');
  const order = text(query, 'order');
  if (limit !== undefined && !/^[1-9]\d{0,2}$/.test(limit)) throw invalid('limit', `1–${MAX_LIMIT}`);
  if (order !== undefined && order !== 'asc' && order !== 'desc') throw invalid('order', 'asc | desc');
  const q = text(query, 'q')?.trim();
  const sort = text(query, 'sort');
  const after = text(query, 'after');
  return {
    ...(q && { q }), ...(sort && { sort }), ...(order && { order }), ...(after && { after }),
    ...(limit && { limit: Math.min(Number(limit), MAX_LIMIT) }),
  };
}

/** A single text parameter; the same name given twice is refused (ASVS 15.3.7). */
export function text(query: Readonly<Record<string, unknown>>, name: string, maxLength = 300): string | undefined {
  const value = query[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || value.length > maxLength) throw invalid(name, `text ≤ ${maxLength}`);
  return value;
}

export function oneOf<const Values extends readonly string[]>(query: Readonly<Record<string, unknown>>, name: string, values: Values): Values[number] | undefined {
  const value = text(query, name);
  if (value === undefined) return undefined;
  if (values.includes(value)) return value;
  throw invalid(name, values.join(' | '));
}

export function flag(query: Readonly<Record<string, unknown>>, name: string): boolean | undefined {
  const value = oneOf(query, name, ['true', 'false']);
  return value === undefined ? undefined : value === 'true';
}

export function invalid(name: string, expected: string): ProblemException {
  return new ProblemException(400, 'queryInvalid', { ru: 'Неверный параметр запроса', en: 'Invalid query parameter' }, { ru: `Параметр ${name}: ожидается ${expected}.`, en: `Parameter ${name}: expected ${expected}.` }, { errors: [{ pointer: `/${name}`, code: 'queryInvalid', message: expected }] });
}

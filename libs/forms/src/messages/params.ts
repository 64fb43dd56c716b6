import type { MessageParams } from './form-message.js';

/** The limit of an error as a number; schemas of the dialect have been checked, so it is one. */
export function limitOf(params: MessageParams): number {
  return typeof params['limit'] === 'number' ? params['limit'] : 0;
}

export function textOf(params: MessageParams, name: string): string {
  const value = params[name];
  return typeof value === 'string' ? value : String(value ?? '');
}

/** The first of the types that a field may have, which decides the words. */
export function typeOf(params: MessageParams): string {
  const type = params['type'];
  return String(Array.isArray(type) ? type[0] : type);
}

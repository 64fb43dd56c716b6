import { isRecord } from '../schema/dialect.js';
import { setOwn } from '../structure/empty-values.js';
import { cloneJson, pointerTokens, valueAt } from './json-value.js';
import type { SettledData } from './settle.js';

/** Settled data with what is hidden put back: a draft keeps what was typed, the condition may change its mind. */
export function draftData(source: Record<string, unknown>, settled: SettledData): Record<string, unknown> {
  const data = cloneJson(settled.data);
  const outermostFirst = [...settled.hidden].sort((one, other) => one.length - other.length);
  for (const pointer of outermostFirst) {
    const value = valueAt(source, pointer);
    if (value !== undefined) writeAt(data, pointer, cloneJson(value));
  }
  return data;
}

/** Writes where the holder exists or can be made of groups; rows are never made up. */
export function writeAt(data: Record<string, unknown>, pointer: string, value: unknown): void {
  const tokens = pointerTokens(pointer);
  const name = tokens.pop();
  if (name === undefined) return;
  let at: unknown = data;
  for (const token of tokens) {
    if (Array.isArray(at)) at = at[Number(token)];
    else if (isRecord(at)) {
      if (!Object.hasOwn(at, token)) setOwn(at, token, {});
      at = at[token];
    } else return;
  }
  if (!isRecord(at)) return;
  if (value === undefined) delete at[name];
  else setOwn(at, name, value);
}

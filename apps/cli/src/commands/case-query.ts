import { CommandRefusal } from '../command.js';

const STATUSES = ['active', 'completed', 'cancelled'] as const;
const DEFAULT_LIMIT = 500;

/** Which cases a dry run looks at. Dates are days of the beginning, `to` included. */
export interface CaseQuery {
  readonly process?: string;
  readonly statuses?: readonly (typeof STATUSES)[number][];
  readonly from?: string;
  readonly to?: string;
  readonly organisation?: string;
  readonly limit: number;
}

/** Reads `name=value` pairs. @throws CommandRefusal naming the pair that cannot be. */
export function readCases(text: string): CaseQuery {
  const pairs = text.split(/\s+/).filter((pair) => pair !== '').map((pair) => [pair, /^([a-z]+)=(.+)$/.exec(pair)] as const);
  return pairs.reduce<CaseQuery>((query, [pair, found]) => {
    const [, name, value = ''] = found ?? [];
    switch (name) {
      case 'process': return { ...query, process: value };
      case 'organisation': return { ...query, organisation: value };
      case 'from': return { ...query, from: dayIn(pair, value, 0) };
      case 'to': return { ...query, to: dayIn(pair, value, 1) };
      case 'limit': {
        if (!/^[1-9]\d{0,5}$/.test(value)) return refused(pair);
        return { ...query, limit: Number(value) };
      }
      case 'status': {
        const statuses = value.split(',').map((each) => STATUSES.find((known) => known === each) ?? refused(pair));
        return { ...query, statuses };
      }
      default: return refused(pair);
    }
  }, { limit: DEFAULT_LIMIT });
}

function dayIn(pair: string, value: string, daysLater: number): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(day) ? refused(pair) : new Date(day + daysLater * 86_400_000).toISOString();
}

function refused(pair: string): never {
  throw new CommandRefusal(`Непонятно «${pair}»: есть process, status (${STATUSES.join(', ')}), from и to (2026-01-31), organisation, limit.`, `"${pair}" cannot be read.`);
}

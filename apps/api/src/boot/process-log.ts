import type { Log } from '@reglament/runtime';
import { pino } from 'pino';

/** JSON lines on the standard output: ids, keys and codes only, never what a person typed. */
export function processLog(level: string): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (event, fields) => { logger.info({ ...fields, event }); },
    error: (event, fields) => { logger.error({ ...fields, event }); },
  };
}

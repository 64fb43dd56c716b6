const PRELIMINARY: readonly unknown[] = ['calendar.preliminaryYear', 'calendar.yearMissing'];

/** Whether a due moment rests on a year whose calendar is preliminary or not there yet: when it is published, the term may move. @param why of the task */
export function isPreliminary(why: unknown): boolean {
  const warnings = part(part(why, 'due'), 'warnings');
  return Array.isArray(warnings) && warnings.some((warning) => PRELIMINARY.includes(part(warning, 'code')));
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

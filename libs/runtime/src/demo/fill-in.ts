import { addWorkingDays, type CompiledCalendar } from '@reglament/calendar';
import { addDays } from './add-samples.js';
import { sampleId } from './sample-id.js';

export interface FillInContext {
  /** Date `YYYY-MM-DD` on which the case was begun. */
  readonly day: string;
  readonly calendar: CompiledCalendar | null;
  /** Uploads a text file and gives what a form keeps of it. */
  readonly upload: (file: { readonly name: string; readonly text: string }) => Promise<unknown>;
}

/** Names of the keys that stand for a value in the data of `samples/cases.json` and `samples/records.json`. */
export const PLACEHOLDERS = ['$person', '$organisation', '$record', '$day', '$workingDay', '$file'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What stands in for a value: an object with one of the names alone. Null for any other value. */
export function placeholderOf(value: unknown): { readonly name: Placeholder; readonly given: unknown } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const [entry, ...more] = Object.entries(value);
  const name = PLACEHOLDERS.find((each) => each === entry?.[0]);
  return entry === undefined || name === undefined || more.length > 0 ? null : { name, given: entry[1] };
}

/** The data of a case with every placeholder replaced. */
export async function fillIn(value: unknown, context: FillInContext): Promise<unknown> {
  const placeholder = placeholderOf(value);
  if (placeholder) return valueOf(placeholder.name, placeholder.given, context);
  if (Array.isArray(value)) return Promise.all(value.map((item) => fillIn(item, context)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(await Promise.all(Object.entries(value).map(async ([key, item]) => [key, await fillIn(item, context)] as const)));
}

function valueOf(name: Placeholder, given: unknown, { day, calendar, upload }: FillInContext): unknown {
  switch (name) {
    case '$person': return `person:${sampleId('person', String(given))}`;
    case '$organisation': return `organisation:${sampleId('organisation', String(given))}`;
    case '$record': return `record:${sampleId('record', String(given))}`;
    case '$day': return addDays(day, Number(given));
    case '$workingDay': {
      const found = calendar && addWorkingDays(day, Number(given), calendar);
      return found?.kind === 'date' ? found.date : addDays(day, Number(given));
    }
    case '$file': return upload(given as { readonly name: string; readonly text: string });
  }
}

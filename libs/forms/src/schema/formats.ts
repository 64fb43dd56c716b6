import { documentReferencePattern, fileReferencePattern, partyReferencePattern, recordReferencePattern } from '@reglament/contracts';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { isDate, isDateTime, isDuration, isTime } from './moment-formats.js';

export type FormatCheck = (text: string) => boolean;

/** No format is longer; some of the library's expressions are quadratic, so the length is looked at first. */
const MAX_FORMATTED_LENGTH = 2_048;

function bounded(check: FormatCheck): FormatCheck {
  return (text) => text.length <= MAX_FORMATTED_LENGTH && check(text);
}

function matching(pattern: RegExp): FormatCheck {
  return bounded((text) => pattern.test(text));
}

function ofLibrary(format: unknown): FormatCheck {
  if (format instanceof RegExp) return matching(format);
  return bounded((text) => Boolean((format as (text: string) => unknown)(text)));
}

/** Formats that a form may name, and no others. `party`, `document` and `file` are references as data; a record of a registry is named where a party is. */
export const FORMATS: Readonly<Record<string, FormatCheck>> = {
  date: bounded(isDate),
  time: bounded(isTime),
  'date-time': bounded(isDateTime),
  duration: bounded(isDuration),
  email: ofLibrary(fullFormats.email),
  uri: ofLibrary(fullFormats.uri),
  uuid: matching(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu),
  party: matching(new RegExp(`${partyReferencePattern}|${recordReferencePattern}`, 'u')),
  document: matching(new RegExp(documentReferencePattern, 'u')),
  file: matching(new RegExp(fileReferencePattern, 'u')),
};
